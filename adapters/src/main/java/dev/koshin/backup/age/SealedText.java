package dev.koshin.backup.age;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.model.CredentialName;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.spi.Backup;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What is inside: lines that a person can read who has nothing but {@code age -d}. Lines that a newer version adds are
 * read over.
 */
final class SealedText {
    private SealedText() {}

    static byte[] write(Backup.Sealed value) throws IOException {
        String secret = value.secret().reveal(text -> text);
        if (secret.lines().count() != 1) {
            throw new IOException("the old value has a line break");
        }
        return """
                # Koshin: an old GitLab token, kept until it is retired. It works as long as GitLab accepts it.
                credential: %s
                renewal: %s
                token-id: %d
                fingerprint: %s
                value: %s
                """.formatted(
                        value.credential(),
                        value.renewal(),
                        value.token().value(),
                        value.secret().fingerprint(),
                        secret)
                .getBytes(UTF_8);
    }

    /** Empty if it is not what {@link #write} makes. */
    static Optional<Backup.Sealed> read(byte[] text) {
        List<String> lines = new String(text, UTF_8).lines().toList();
        try {
            Backup.Sealed value = new Backup.Sealed(
                    new CredentialName(line(lines, "credential")),
                    new RenewalId(line(lines, "renewal")),
                    new TokenId(Long.parseLong(line(lines, "token-id"))),
                    Secret.of(line(lines, "value")));
            String print = value.secret().fingerprint().value();
            return Optional.of(value).filter(_ -> print.equals(line(lines, "fingerprint")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String line(List<String> lines, String key) {
        String start = key + ": ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse("");
    }
}
