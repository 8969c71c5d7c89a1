package dev.koshin.file;

import static dev.koshin.target.Endings.done;
import static dev.koshin.target.Endings.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplaceableFileTest {
    private static final Object SOMEBODY = 4242;

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void write() throws IOException {
        path = Files.writeString(folder.resolve("f"), "old");
    }

    private ReplaceableFile file() {
        return new ReplaceableFile(path);
    }

    private static Function<String, Effect<String>> to(String text) {
        return _ -> new Effect.Done<>(text);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private void isUntouched(Effect<String> ending, Reason reason) throws IOException {
        assertThat(refused(ending).reason()).isEqualTo(reason);
        assertThat(path).hasContent("old");
        assertThat(names()).doesNotContain("f" + Draft.ENDING);
    }

    @Test
    void replaces_the_text_and_leaves_only_a_backup() throws IOException {
        assertThat(done(file().replace(to("new")))).isEqualTo("new");
        assertThat(path).hasContent("new");
        assertThat(names()).containsExactly("f", "f.koshin-backup");
    }

    @Test
    void the_backup_holds_what_was_there_before_for_its_owner_alone() throws IOException {
        Path backup = folder.resolve("f.koshin-backup");
        Files.writeString(backup, "something that is much longer");
        done(file().replace(to("new")));
        assertThat(backup).hasContent("old");
        assertThat(mode(backup)).isEqualTo("rw-------");
        done(file().replace(to("newer")));
        assertThat(backup).hasContent("new");
    }

    @Test
    void owner_group_and_mode_stay() throws IOException {
        assumeTrue(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "only root gives files away");
        Files.setAttribute(path, "unix:uid", SOMEBODY);
        Files.setAttribute(path, "unix:gid", SOMEBODY);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r---w-"));
        done(file().replace(to("new")));
        assertThat(Files.getAttribute(path, "unix:uid")).isEqualTo(SOMEBODY);
        assertThat(Files.getAttribute(path, "unix:gid")).isEqualTo(SOMEBODY);
        assertThat(mode(path)).isEqualTo("rw-r---w-");
    }

    @Test
    void a_link_stays_and_what_it_leads_to_is_replaced() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), Path.of("../f"));
        done(new ReplaceableFile(link).replace(to("new")));
        assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("../f"));
        assertThat(path).hasContent("new");
        assertThat(Files.isSymbolicLink(path)).isFalse();
        assertThat(elsewhere).isDirectoryNotContaining(file -> !file.equals(link));
    }

    @Test
    void says_why_a_file_cannot_be_read() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {'a', (byte) 0xC3});
        Path large = Files.writeString(folder.resolve("large"), "x".repeat(1024 * 1024 + 1));
        assertThat(unusable(link)).isEqualTo("is a link that leads nowhere");
        assertThat(unusable(folder.resolve("none"))).isEqualTo("does not exist");
        assertThat(unusable(folder)).isEqualTo("is not a regular file");
        assertThat(unusable(bytes)).isEqualTo("is not text in UTF-8");
        assertThat(unusable(large)).isEqualTo("is larger than 1048576 bytes");
    }

    private static String unusable(Path path) {
        Problem problem = refused(new ReplaceableFile(path).replace(to("new")));
        assertThat(problem).isEqualTo(refused(new ReplaceableFile(path).read()));
        assertThat(problem.reason()).isEqualTo(Reason.TARGET_FILE_UNUSABLE);
        assertThat(problem.details().getFirst()).isEqualTo(path.toString());
        return problem.details().getLast();
    }

    @Test
    void what_the_change_refuses_leaves_no_trace() throws IOException {
        Problem problem = Problem.of(Reason.TARGET_CHANGED, "it");
        assertThat(refused(file().replace(_ -> new Effect.Refused<>(problem)))).isEqualTo(problem);
        assertThat(path).hasContent("old");
        assertThat(names()).containsExactly("f");
    }

    @Test
    void a_preflight_leaves_no_trace() throws IOException {
        assertThat(done(file().preflight())).isEqualTo("old");
        assertThat(names()).containsExactly("f");
    }

    @Test
    void a_second_name_of_the_file_would_keep_the_old_value() throws IOException {
        Files.createLink(folder.resolve("other"), path);
        isUntouched(file().preflight(), Reason.TARGET_NOT_WRITABLE);
        isUntouched(file().replace(to("new")), Reason.TARGET_NOT_WRITABLE);
    }

    /** What a crash between writing and renaming leaves. */
    @Test
    void what_a_crash_left_is_removed() throws IOException {
        Files.writeString(folder.resolve("f" + Draft.ENDING), "half a fi");
        Files.writeString(folder.resolve("f" + Backup.ENDING), "");
        assertThat(done(file().read())).isEqualTo("old");
        done(file().replace(to("new")));
        assertThat(path).hasContent("new");
        assertThat(names()).containsExactly("f", "f.koshin-backup");
    }

    @Test
    void a_folder_in_the_way_of_the_new_file_is_an_error() throws IOException {
        Files.createDirectories(folder.resolve("f" + Draft.ENDING).resolve("full"));
        assertThat(refused(file().replace(to("new"))).reason()).isEqualTo(Reason.TARGET_FAILED);
        assertThat(path).hasContent("old");
    }

    @Test
    void a_folder_in_the_way_of_the_backup_is_an_error() throws IOException {
        Files.createDirectory(folder.resolve("f" + Backup.ENDING));
        isUntouched(file().replace(to("new")), Reason.TARGET_FAILED);
    }

    /** Somebody could make Koshin overwrite what the link leads to. */
    @Test
    void a_link_in_place_of_the_backup_is_not_followed() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "precious");
        Files.createSymbolicLink(folder.resolve("f" + Backup.ENDING), precious);
        isUntouched(file().replace(to("new")), Reason.TARGET_FAILED);
        assertThat(precious).hasContent("precious");
    }

    @Test
    void many_threads_take_turns() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Effect<String>>> tasks = IntStream.range(0, 20)
                    .<Callable<Effect<String>>>mapToObj(
                            i -> () -> new ReplaceableFile(path).replace(text -> new Effect.Done<>(text + "," + i)))
                    .toList();
            threads.invokeAll(tasks)
                    .forEach(ending -> assertThat(done(ending.resultNow())).isNotEmpty());
        }
        assertThat(done(file().read()).split(",")).hasSize(21);
    }

    @Test
    void nothing_prints_what_the_file_holds() {
        assertThat(List.of(file(), new Text.Read("hunter2"), new Piece(0, "hunter2"))
                        .toString())
                .doesNotContain("hunter2", "old");
        assertThat(Files.exists(path, LinkOption.NOFOLLOW_LINKS)).isTrue();
    }
}
