package dev.koshin.backup.age;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** The keys in a file as {@code age-keygen} writes it: one in a line, and lines with comments. */
final class Identities {
    private static final int LARGEST_BYTES = 64 * 1024;
    private static final String KEY = "AGE-SECRET-KEY-1";
    private static final List<String> SEALED = List.of("age-encryption.org/", "-----BEGIN AGE ENCRYPTED FILE");

    private Identities() {}

    static Effect<List<RecipientStanzaReader>> of(Path file) {
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(LARGEST_BYTES), ISO_8859_1);
        } catch (IOException e) {
            return unusable(file, "cannot be read: " + e.getClass().getSimpleName());
        }
        if (SEALED.stream().anyMatch(text::startsWith)) {
            return unusable(file, "is protected by a passphrase; open it with age -d first");
        }
        return of(
                file, text.lines().map(String::strip).filter(Identities::counts).toList());
    }

    private static boolean counts(String line) {
        return !line.isEmpty() && !line.startsWith("#");
    }

    private static Effect<List<RecipientStanzaReader>> of(Path file, List<String> lines) {
        List<RecipientStanzaReader> readers = new ArrayList<>();
        for (String line : lines) {
            if (!line.startsWith(KEY)) {
                return unusable(file, "holds something else than keys of age-keygen");
            }
            try {
                readers.add(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(line));
            } catch (GeneralSecurityException | IllegalArgumentException _) {
                return unusable(file, "holds a damaged key");
            }
        }
        return readers.isEmpty() ? unusable(file, "holds no key") : new Effect.Done<>(readers);
    }

    private static Effect<List<RecipientStanzaReader>> unusable(Path file, String why) {
        return new Effect.Refused<>(Problem.of(Reason.IDENTITY_UNUSABLE, file.toString(), why));
    }
}
