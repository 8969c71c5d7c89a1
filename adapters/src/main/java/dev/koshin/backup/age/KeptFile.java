package dev.koshin.backup.age;

import dev.koshin.model.CredentialName;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.spi.Backup;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file by its name: a readable part of the credential's name, a digest of all of it, the renewal, the token's id. A
 * digest, as names may be longer than a file name and hold other characters.
 */
record KeptFile(Path path, String digest, RenewalId renewal) {
    private static final int READABLE = 80;
    private static final Pattern NAME =
            Pattern.compile(".*\\.([0-9a-f]{12})\\.([0-9a-hjkmnp-tv-z]{16})\\.[0-9]+\\.age(\\.part)?");

    static Optional<KeptFile> of(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        return name.matches()
                ? Optional.of(new KeptFile(path, name.group(1), new RenewalId(name.group(2))))
                : Optional.empty();
    }

    static String nameOf(Backup.Sealed value) {
        String readable = value.credential().value().replaceAll("[^A-Za-z0-9-]", "_");
        return "%s.%s.%s.%d.age"
                .formatted(
                        readable.substring(0, Math.min(READABLE, readable.length())),
                        digestOf(value.credential()),
                        value.renewal(),
                        value.token().value());
    }

    private static String digestOf(CredentialName credential) {
        return Secret.of(credential.value()).fingerprint().value();
    }

    boolean isOf(CredentialName credential) {
        return digest.equals(digestOf(credential));
    }

    /** Whether it was never finished, because its writer died. */
    boolean isPart() {
        return path.toString().endsWith(Folder.PART);
    }
}
