package dev.koshin.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that is about to take another one's place. Closing removes it, unless it did. */
final class Draft implements Closeable {
    static final String ENDING = ".koshin-new";
    static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private boolean gone;

    private Draft(Path path) {
        this.path = path;
    }

    /**
     * Holds {@code text} and is on the disk. Only the owner may read it until it is complete; what a crash left under
     * this name is removed.
     */
    static Draft of(String text, Traits traits) throws IOException {
        Draft draft = new Draft(traits.beside(ENDING));
        draft.close();
        boolean complete = false;
        try {
            draft.write(text, traits);
            complete = true;
            return draft;
        } finally {
            if (!complete) {
                draft.close();
            }
        }
    }

    private void write(String text, Traits traits) throws IOException {
        ByteBuffer bytes = UTF_8.encode(text);
        try (FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PRIVATE))) {
            while (bytes.hasRemaining()) {
                int _ = channel.write(bytes);
            }
            traits.giveTo(path);
            channel.force(true);
        }
        if (!Files.readString(path, UTF_8).equals(text)) {
            throw new IOException("what was written cannot be read back");
        }
    }

    /** Takes the place of {@code real}, in one step. */
    void replace(Path real) throws IOException {
        Files.move(path, real, StandardCopyOption.ATOMIC_MOVE);
        gone = true;
    }

    @Override
    public void close() throws IOException {
        if (!gone) {
            boolean _ = Files.deleteIfExists(path);
        }
    }
}
