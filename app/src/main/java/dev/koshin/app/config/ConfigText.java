package dev.koshin.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.model.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the file as text. */
final class ConfigText {
    private static final int LARGEST_BYTES = 1024 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ConfigText() {}

    /** All of it; empty if it cannot be read, is too large or is no UTF-8, which is a problem. */
    static Optional<String> of(Path file, Problems problems) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            return bytes.length > LARGEST_BYTES
                    ? unreadable(file, "is larger than 1 MiB", problems)
                    : decoded(bytes, problems);
        } catch (NoSuchFileException _) {
            problems.add(Position.NONE, Reason.CONFIG_MISSING, file.toString());
            return Optional.empty();
        } catch (AccessDeniedException _) {
            return unreadable(file, "may not be read by this user", problems);
        } catch (IOException _) {
            return unreadable(file, Files.isDirectory(file) ? "is a folder" : "cannot be read", problems);
        }
    }

    private static Optional<String> unreadable(Path file, String why, Problems problems) {
        problems.add(Position.NONE, Reason.CONFIG_UNREADABLE, file.toString(), why);
        return Optional.empty();
    }

    private static Optional<String> decoded(byte[] bytes, Problems problems) {
        CharsetDecoder decoder = UTF_8.newDecoder();
        CharBuffer characters = CharBuffer.allocate(bytes.length + 1);
        boolean malformed =
                decoder.decode(ByteBuffer.wrap(bytes), characters, true).isError();
        String text = characters.flip().toString();
        if (malformed) {
            problems.add(Position.after(text), Reason.CONFIG_NOT_YAML, "is not text in UTF-8");
            return Optional.empty();
        }
        return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }
}
