package dev.koshin.file;

import static dev.koshin.target.Endings.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else is at the file between the moment when it was read and the one when it would be replaced. */
final class MeanwhileTest {
    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void write() throws IOException {
        path = Files.writeString(folder.resolve("f"), "old");
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private void isUntouched(Effect<String> ending, Reason reason) throws IOException {
        assertThat(refused(ending).reason()).isEqualTo(reason);
        assertThat(path).hasContent("old");
        assertThat(folder.resolve("f" + Draft.ENDING)).doesNotExist();
    }

    private Effect<String> meanwhile(Interference interference) {
        return new ReplaceableFile(path).replace(text -> {
            try {
                interference.happen();
                return new Effect.Done<>(text + "new");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    private interface Interference {
        void happen() throws IOException;
    }

    @Test
    void somebody_who_writes_meanwhile_wins() throws IOException {
        int[] times = new int[1];
        Effect<String> ending = meanwhile(() -> Files.writeString(path, "theirs" + times[0]++));
        assertThat(refused(ending).reason()).isEqualTo(Reason.TARGET_CHANGED);
        assertThat(path).hasContent("theirs1");
        assertThat(folder.resolve("f" + Draft.ENDING)).doesNotExist();
    }

    /** An editor that saves the same text, or one that was undone: still, another file. */
    @Test
    void somebody_who_replaces_the_file_by_an_equal_one_meanwhile_wins() throws IOException {
        Path equal = folder.resolve("equal");
        isUntouched(
                meanwhile(() -> Files.move(
                        Files.writeString(equal, "old"),
                        path,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING)),
                Reason.TARGET_CHANGED);
    }

    @Test
    void somebody_who_changes_the_mode_meanwhile_wins() throws IOException {
        String[] modes = {"rw-rw-rw-", "rw-------"};
        int[] times = new int[1];
        isUntouched(
                meanwhile(
                        () -> Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(modes[times[0]++]))),
                Reason.TARGET_CHANGED);
        assertThat(mode(path)).isEqualTo("rw-------");
    }

    @Test
    void somebody_who_removes_the_file_meanwhile_wins() throws IOException {
        assertThat(refused(meanwhile(() -> Files.deleteIfExists(path))).reason())
                .isEqualTo(Reason.TARGET_FILE_UNUSABLE);
        assertThat(path).doesNotExist();
        assertThat(folder.resolve("f" + Draft.ENDING)).doesNotExist();
    }

    @Test
    void somebody_who_turns_the_link_elsewhere_meanwhile_wins() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), path);
        Path other = Files.writeString(folder.resolve("other"), "old");
        Effect<String> ending = new ReplaceableFile(link).replace(text -> {
            try {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(
                        link, text.equals("old") && Files.exists(folder.resolve("f.koshin-backup")) ? other : path);
                return new Effect.Done<>("new");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        isUntouched(ending, Reason.TARGET_CHANGED);
        assertThat(other).hasContent("old");
    }

    @Test
    void a_file_whose_way_is_cut_off_meanwhile_is_not_replaced() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), path);
        Effect<String> ending = new ReplaceableFile(link).replace(text -> {
            try {
                Files.deleteIfExists(link);
                return new Effect.Done<>("new");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        isUntouched(ending, Reason.TARGET_FILE_UNUSABLE);
    }
}
