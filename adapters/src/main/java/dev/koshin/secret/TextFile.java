package dev.koshin.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.spi.Effect;
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
final class TextFile {
    private TextFile() {}

    /** All of {@code file}; refused unless it is a regular file in UTF-8 of at most {@code largestBytes}. */
    static Effect<String> read(SecretSource source, Path file, int largestBytes) {
        try {
            // a pipe would block, and could be read only once
            if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
                return Answers.refused(source, "is not a regular file");
            }
            byte[] bytes = bytes(file, largestBytes + 1);
            return bytes.length > largestBytes
                    ? Answers.refused(source, "is larger than " + largestBytes + " bytes")
                    : new Effect.Done<>(decoded(bytes));
        } catch (IOException e) {
            return Answers.refused(source, why(e));
        }
    }

    private static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }

    /** Strict, unlike {@link String#String(byte[])}, which would replace what it does not understand. */
    static String decoded(byte[] bytes) throws CharacterCodingException {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String why(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "does not exist";
            case AccessDeniedException _ -> "may not be read by this user";
            case CharacterCodingException _ -> "is not text in UTF-8";
            default -> "cannot be read";
        };
    }
}
