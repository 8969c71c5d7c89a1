package dev.koshin.backup.age;

import dev.koshin.model.CredentialName;
import dev.koshin.model.RenewalId;
import dev.koshin.spi.Backup;
import dev.koshin.spi.Effect;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One file for each renewal and old value. */
record AgeBackup(Folder folder, List<String> recipients) implements Backup {
    AgeBackup {
        recipients = List.copyOf(recipients);
    }

    @Override
    public Effect<String> seal(Sealed value) {
        return folder.write(KeptFile.nameOf(value), () -> Sealing.seal(SealedText.write(value), recipients));
    }

    @Override
    public Effect<Set<RenewalId>> kept(CredentialName credential) {
        return folder.files(credential)
                .map(files -> files.stream().map(KeptFile::renewal).collect(Collectors.toSet()));
    }

    @Override
    public Effect<Boolean> remove(CredentialName credential, RenewalId renewal) {
        return folder.remove(credential, renewal);
    }
}
