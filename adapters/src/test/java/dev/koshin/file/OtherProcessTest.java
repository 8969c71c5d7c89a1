package dev.koshin.file;

import static dev.koshin.target.Endings.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.koshin.spi.Effect;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed, may not write, or run out of space. */
final class OtherProcessTest {
    private static final String NOBODY = "65534";
    private static final String ONE = "1".repeat(5000);
    private static final String TWO = "2".repeat(6000);

    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void write() throws IOException {
        path = Files.writeString(folder.resolve("f"), ONE);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Many times a second it is between writing and renaming. */
    @RepeatedTest(5)
    void a_killed_one_leaves_a_whole_file_and_the_next_delivery_works() throws IOException, InterruptedException {
        Process child = Child.start(List.of(), path, TWO, ONE);
        try (BufferedReader output = Child.output(child)) {
            assertThat(output.readLine()).isEqualTo("writable");
            assertThat(output.readLine()).isEqualTo("done");
            boolean ended = child.waitFor(new Random().nextInt(60_000), TimeUnit.MICROSECONDS);
            assertThat(ended).isFalse();
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(Files.readString(path)).isIn(ONE, TWO);
        assertThat(done(new ReplaceableFile(path).replace(_ -> new Effect.Done<>("new"))))
                .isEqualTo("new");
        assertThat(path).hasContent("new");
        assertThat(folder.resolve("f" + Draft.ENDING)).doesNotExist();
    }

    @Test
    void waits_while_another_process_is_at_it() throws IOException, InterruptedException {
        Process child;
        try (FileChannel other = FileChannel.open(
                        folder.resolve("f" + Backup.ENDING), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            child = Child.start(List.of(), path, TWO);
            assertThat(Child.output(child).readLine()).isEqualTo("writable");
            assertThat(child.waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(lock.isValid()).isTrue();
            assertThat(path).hasContent(ONE);
        }
        assertThat(child.waitFor()).isZero();
        assertThat(path).hasContent(TWO);
    }

    private List<String> runs(List<String> prefix) throws IOException, InterruptedException {
        Process child = Child.start(prefix, path, TWO);
        try (BufferedReader output = Child.output(child)) {
            List<String> lines = new ArrayList<>(output.readAllLines());
            assertThat(child.waitFor()).isZero();
            return lines;
        }
    }

    private static List<String> nobody() {
        List<String> prefix = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        String classes = Path.of("target", "classes").toAbsolutePath().toString();
        boolean playable = Shell.output(Stream.concat(prefix.stream(), Stream.of("test", "-r", classes))
                        .toList())
                .isPresent();
        assumeTrue(playable, "another user cannot be played here");
        return prefix;
    }

    private void isRefused(List<String> lines, String why) {
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).contains("target-not-writable", why));
        assertThat(path).hasContent(ONE);
    }

    @Test
    void a_folder_that_may_not_be_written_is_noticed_before_anything_happens()
            throws IOException, InterruptedException {
        isRefused(runs(nobody()), "lies in a folder that this user may not write");
    }

    @Test
    void a_file_of_another_user_is_noticed_before_anything_happens() throws IOException, InterruptedException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        isRefused(runs(nobody()), "belongs to another user");
    }

    @Test
    void a_backup_of_another_user_is_noticed_before_anything_happens() throws IOException, InterruptedException {
        List<String> prefix = nobody();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path backup = Files.writeString(folder.resolve("f" + Backup.ENDING), "");
        Files.setPosixFilePermissions(backup, PosixFilePermissions.fromString("rw-------"));
        Files.setAttribute(path, "unix:uid", Integer.parseInt(NOBODY));
        isRefused(runs(prefix), "has a backup that this user may not write");
    }

    @Test
    void a_user_may_replace_what_is_theirs() throws IOException, InterruptedException {
        List<String> prefix = nobody();
        Files.setAttribute(folder, "unix:uid", Integer.parseInt(NOBODY));
        Files.setAttribute(path, "unix:uid", Integer.parseInt(NOBODY));
        Files.setAttribute(path, "unix:gid", Integer.parseInt(NOBODY));
        assertThat(runs(prefix)).containsExactly("writable", "done");
        assertThat(path).hasContent(TWO);
    }

    /** The system lets the child write 4 KiB into any file, which is what a full disk looks like from inside. */
    @Test
    void a_disk_that_fills_up_while_writing_leaves_the_old_file() throws IOException, InterruptedException {
        List<String> lines = runs(List.of("sh", "-c", "ulimit -f 8; exec \"$@\"", "sh"));
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast()).contains("target-failed", "File too large");
        assertThat(path).hasContent(ONE);
        assertThat(folder.resolve("f" + Draft.ENDING)).doesNotExist();
    }
}
