package dev.koshin.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Writes a file that appears complete or not at all, and leaves nothing beside it. */
public final class NewFile {
    private NewFile() {}

    /** How it ended. */
    public sealed interface Result {}

    /** It is on the disk. */
    public record Written() implements Result {}

    /** A file of this name exists, and was left as it is. */
    public record InTheWay() implements Result {}

    /** Nothing was written. */
    public record Failed(String why) implements Result {}

    /**
     * Writes {@code text} to {@code file}, or to where a link of this name leads.
     *
     * @param permissions such as {@code rw-r-----}, whatever the process would give by itself
     * @param replace whether a file that exists may go
     */
    public static Result write(Path file, String text, String permissions, boolean replace) {
        try {
            Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            Path draft = real.resolveSibling(real.getFileName() + Draft.ENDING);
            try {
                fill(draft, text, permissions);
                place(draft, real, replace);
                return new Written();
            } finally {
                boolean _ = Files.deleteIfExists(draft);
            }
        } catch (FileAlreadyExistsException _) {
            return new InTheWay();
        } catch (IOException e) {
            return new Failed(why(e));
        }
    }

    private static void fill(Path draft, String text, String permissions) throws IOException {
        boolean _ = Files.deleteIfExists(draft);
        ByteBuffer bytes = UTF_8.encode(text);
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(Draft.PRIVATE))) {
            while (bytes.hasRemaining()) {
                int _ = channel.write(bytes);
            }
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(permissions));
            channel.force(true);
        }
    }

    /** A second name is given only where there is none yet, by the system itself; moving would replace. */
    private static void place(Path draft, Path real, boolean replace) throws IOException {
        if (replace) {
            Files.move(draft, real, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        try {
            Path _ = Files.createLink(real, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException _) {
            // a file system without links
            if (Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(real.toString());
            }
            Files.move(draft, real, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static String why(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "access is denied";
            case NoSuchFileException _ -> "its folder does not exist";
            case FileSystemException failed ->
                Optional.ofNullable(failed.getReason()).orElse("cannot be written");
            default -> "cannot be written";
        };
    }
}
