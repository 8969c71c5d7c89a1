package dev.koshin.backup.age;

import dev.koshin.model.CredentialName;
import dev.koshin.model.RenewalId;
import dev.koshin.spi.Backup;
import dev.koshin.spi.Effect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The door of this package. */
public final class AgeBackups {
    private AgeBackups() {}

    /** A backup in {@code directory} that whoever holds the key of one of {@code recipients} can open. */
    public static Backup of(Path directory, List<String> recipients) {
        return new AgeBackup(new Folder(directory), recipients);
    }

    /** What is kept of {@code renewal}, opened with the keys in the file {@code identity}; changes nothing. */
    public static Effect<List<Backup.Sealed>> open(
            Path directory, CredentialName credential, RenewalId renewal, Path identity) {
        return new Folder(directory).files(credential).flatMap(files -> {
            Effect<List<Backup.Sealed>> opened = new Effect.Done<>(List.of());
            for (KeptFile file : files) {
                if (file.renewal().equals(renewal)) {
                    opened = opened.flatMap(before -> Opening.of(file, identity).map(one -> plus(before, one)));
                }
            }
            return opened;
        });
    }

    private static List<Backup.Sealed> plus(List<Backup.Sealed> before, Backup.Sealed one) {
        List<Backup.Sealed> more = new ArrayList<>(before);
        more.add(one);
        return more;
    }
}
