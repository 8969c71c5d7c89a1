package dev.koshin.testkit;

import dev.koshin.model.CredentialName;
import dev.koshin.model.RenewalId;
import dev.koshin.spi.Backup;
import dev.koshin.spi.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A backup in memory that everybody can open. */
public final class MemoryBackup implements Backup {
    private final List<Sealed> all = new ArrayList<>();

    @Override
    public synchronized Effect<String> seal(Sealed value) {
        if (!all.contains(value)) {
            all.add(value);
        }
        return new Effect.Done<>("memory");
    }

    @Override
    public synchronized Effect<Set<RenewalId>> kept(CredentialName credential) {
        return new Effect.Done<>(all.stream()
                .filter(one -> one.credential().equals(credential))
                .map(Sealed::renewal)
                .collect(Collectors.toSet()));
    }

    @Override
    public synchronized Effect<Boolean> remove(CredentialName credential, RenewalId renewal) {
        return new Effect.Done<>(all.removeIf(
                one -> one.credential().equals(credential) && one.renewal().equals(renewal)));
    }

    /** All that is kept. */
    public synchronized List<Sealed> all() {
        return List.copyOf(all);
    }
}
