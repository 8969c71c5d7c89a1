package dev.koshin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shipped is complete. */
final class DistributionTest {
    /** A library that is missing, or there in another version, shows only when a class of it is needed. */
    @Test
    void every_library_that_the_program_names_is_there() throws IOException {
        Path lib = Distribution.built().home().resolve("lib");
        try (JarFile program = new JarFile(lib.resolve("koshin.jar").toFile())) {
            String named = program.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            assertThat(List.of(named.split(" ", -1)))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(library -> assertThat(lib.resolve(library)).exists());
        }
    }

    @Test
    void every_command_has_a_man_page_in_both_languages() throws IOException {
        Path share = Distribution.built().home().resolve("share");
        assertThat(Files.readString(share.resolve("man/man1/koshin-renew.1")))
                .contains(".SH \"OPTIONS\"", "Renews what is due", "max\\-failures");
        assertThat(Files.readString(share.resolve("man/ja/man1/koshin-renew.1")))
                .contains(".SH \"オプション\"", "更新時期のものを更新します", "max\\-failures");
        assertThat(names(share.resolve("man/ja/man1")))
                .contains("koshin.1", "koshin-doctor.1", "koshin-retire.1")
                .isEqualTo(names(share.resolve("man/man1")));
    }

    @Test
    void licenses_of_all_libraries_are_listed() throws IOException {
        Path licenses = Distribution.built().home().resolve("licenses");
        assertThat(Files.readString(licenses.resolve("THIRD-PARTY.txt")))
                .contains("info.picocli:picocli", "org.xerial:sqlite-jdbc")
                .doesNotContain("dev.koshin", "jruby", "junit");
        assertThat(licenses.resolve("bom.json")).isNotEmptyFile();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
