package dev.koshin.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NewFileTest {
    private static final String PERMISSIONS = "rw-r-----";

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("koshin.yaml");
    }

    private NewFile.Result write(boolean replace) {
        return NewFile.write(file(), "new\n", PERMISSIONS, replace);
    }

    private void nothingBeside(String... names) throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(one -> one.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }

    @Test
    void is_written_with_its_permissions_and_nothing_beside_it() throws IOException {
        assertThat(write(false)).isEqualTo(new NewFile.Written());
        assertThat(file()).hasContent("new\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo(PERMISSIONS);
        nothingBeside("koshin.yaml");
    }

    @Test
    void one_that_is_there_is_replaced_only_on_demand() throws IOException {
        Files.writeString(file(), "old\n");
        assertThat(write(false)).isEqualTo(new NewFile.InTheWay());
        assertThat(file()).hasContent("old\n");
        assertThat(write(true)).isEqualTo(new NewFile.Written());
        assertThat(file()).hasContent("new\n");
        nothingBeside("koshin.yaml");
    }

    @Test
    void a_link_stays_a_link() throws IOException {
        Path real = Files.writeString(folder.resolve("real.yaml"), "old\n");
        Files.createSymbolicLink(file(), real);
        assertThat(write(true)).isEqualTo(new NewFile.Written());
        assertThat(real).hasContent("new\n");
        assertThat(file()).isSymbolicLink();
        nothingBeside("koshin.yaml", "real.yaml");
    }

    @Test
    void a_link_that_leads_nowhere_is_in_the_way() throws IOException {
        Files.createSymbolicLink(file(), folder.resolve("nowhere"));
        assertThat(write(false)).isEqualTo(new NewFile.InTheWay());
        nothingBeside("koshin.yaml");
    }

    @Test
    void what_a_crash_left_is_taken_away() throws IOException {
        Files.writeString(folder.resolve("koshin.yaml.koshin-new"), "half");
        assertThat(write(false)).isEqualTo(new NewFile.Written());
        nothingBeside("koshin.yaml");
    }

    @Test
    void says_why_it_cannot_be_written() {
        assertThat(NewFile.write(folder.resolve("no").resolve("koshin.yaml"), "new\n", PERMISSIONS, false))
                .isEqualTo(new NewFile.Failed("its folder does not exist"));
        assertThat(NewFile.write(Path.of("/proc/koshin.yaml"), "new\n", PERMISSIONS, false))
                .isInstanceOf(NewFile.Failed.class);
    }
}
