package dev.koshin.app.wiring;

import dev.koshin.app.config.BackupConfig;
import dev.koshin.backup.age.AgeBackups;
import dev.koshin.journal.Trail;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.spi.Backup;
import dev.koshin.spi.Effect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is kept of old values, and how it is opened. */
public record WayBack(Optional<BackupConfig> config) {

    Backup backup() {
        return config.map(one -> AgeBackups.of(one.directory(), one.recipients()))
                .orElse(Backup.NONE);
    }

    /** Whether the old token of the open renewal of {@code credential} can still be put back. */
    public boolean leads(CredentialName credential, Optional<Trail> open) {
        return config.isPresent()
                && open.filter(trail -> !revoking(trail) && !isBack(trail))
                        .filter(trail ->
                                backup().kept(credential) instanceof Effect.Done<Set<RenewalId>>(Set<RenewalId> kept)
                                        && kept.contains(trail.renewal()))
                        .isPresent();
    }

    /**
     * The old value of the open renewal, opened with the keys in {@code identity}; empty if every target holds it
     * already.
     *
     * @throws Failure if there is no way back, or the keys do not open it
     */
    public Optional<Backup.Sealed> open(CredentialName credential, Optional<Trail> open, Path identity) {
        Trail trail = open.orElseThrow(() -> failure(Reason.ROLLBACK_TOO_LATE, credential));
        if (isBack(trail)) {
            return Optional.empty();
        }
        if (revoking(trail)) {
            throw failure(Reason.ROLLBACK_TOO_LATE, credential);
        }
        BackupConfig backup = config.orElseThrow(() -> failure(Reason.BACKUP_NOT_CONFIGURED, credential));
        return switch (AgeBackups.open(backup.directory(), credential, trail.renewal(), identity)) {
            case Effect.Done<List<Backup.Sealed>>(List<Backup.Sealed> kept) -> Optional.of(only(credential, kept));
            case Effect.Refused<List<Backup.Sealed>>(Problem problem) -> throw Failure.of(problem);
            case Effect.Unclear<List<Backup.Sealed>>(Problem problem) -> throw Failure.of(problem);
        };
    }

    /** Targets that held several tokens have no one value to go back to. */
    private static Backup.Sealed only(CredentialName credential, List<Backup.Sealed> kept) {
        if (kept.size() != 1) {
            throw failure(Reason.ROLLBACK_NOTHING_KEPT, credential);
        }
        return kept.getFirst();
    }

    private static Failure failure(Reason reason, CredentialName credential) {
        return Failure.of(Problem.of(reason, credential.value()));
    }

    private static Trail.Stage stage(Trail trail) {
        return trail.stage() instanceof Trail.Parked(var _, Trail.Stage beneath) ? beneath : trail.stage();
    }

    private static boolean revoking(Trail trail) {
        return stage(trail) instanceof Trail.Retiring || stage(trail) instanceof Trail.Finished;
    }

    private static boolean isBack(Trail trail) {
        return trail.proven().filter(trail::replaced).isPresent();
    }
}
