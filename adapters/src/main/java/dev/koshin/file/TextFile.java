package dev.koshin.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads small text files. */
public final class TextFile {
    private TextFile() {}

    /** All of {@code file}; unreadable unless it is a regular file in UTF-8 of at most {@code largestBytes}. */
    public static Text read(Path file, int largestBytes) {
        try {
            // a pipe would block, and could be read only once
            if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                return new Text.Unreadable("is not a regular file");
            }
            byte[] bytes = bytes(file, largestBytes + 1);
            return bytes.length > largestBytes
                    ? new Text.Unreadable("is larger than " + largestBytes + " bytes")
                    : new Text.Read(decoded(bytes));
        } catch (IOException e) {
            return new Text.Unreadable(why(file, e));
        }
    }

    private static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }

    /** Strict, unlike {@link String#String(byte[])}, which would replace what it does not understand. */
    public static String decoded(byte[] bytes) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String why(Path file, IOException e) {
        return switch (e) {
            case NoSuchFileException _ ->
                Files.isSymbolicLink(file) ? "is a link that leads nowhere" : "does not exist";
            case AccessDeniedException _ -> "may not be read by this user";
            case CharacterCodingException _ -> "is not text in UTF-8";
            default -> "cannot be read";
        };
    }
}
