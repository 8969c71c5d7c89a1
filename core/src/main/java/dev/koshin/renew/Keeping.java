package dev.koshin.renew;

import dev.koshin.journal.Trail;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenRef;
import dev.koshin.spi.Backup;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Keeps the old values for the way back, before any token is asked for that could overwrite them. */
final class Keeping {
    private Keeping() {}

    /**
     * Seals each old value that lives and that a target still holds; one that was overwritten before was sealed before.
     * Answers of which renewals something is kept then.
     */
    static Effect<Set<RenewalId>> old(Run run, State.Planned planned) {
        Backup backup = run.tools().backup();
        for (State.Slot slot : planned.slots()) {
            Optional<Backup.Sealed> value = value(planned, slot.held());
            Effect<String> sealed = value.map(backup::seal).orElseGet(() -> new Effect.Done<>(""));
            if (!(sealed instanceof Effect.Done)) {
                return sealed.map(_ -> Set.of());
            }
        }
        return backup.kept(planned.trail().credential());
    }

    private static Optional<Backup.Sealed> value(State.Planned planned, Held held) {
        return held instanceof Held.Value(Secret secret)
                ? planned.live().stream()
                        .map(Token::id)
                        .filter(id -> planned.trail().replaced(new TokenRef(id, secret.fingerprint())))
                        .findFirst()
                        .map(id -> new Backup.Sealed(
                                planned.trail().credential(), planned.trail().renewal(), id, secret))
                : Optional.empty();
    }

    /** Of which renewals something is kept; nothing if that cannot be seen now. */
    static Set<RenewalId> listed(Run run, Trail trail) {
        return run.tools().backup().kept(trail.credential()) instanceof Effect.Done<Set<RenewalId>>(Set<RenewalId> all)
                ? all
                : Set.of();
    }

    /**
     * As {@link #remove}, but for this renewal: what those left behind that died before they were written down, or
     * whose worker was overtaken. Since {@code kept} was listed, an entry was appended under this lease, so that no
     * other renewal was open then.
     */
    static void removeOthers(Run run, Trail trail, Set<RenewalId> kept) {
        Set<RenewalId> others = new HashSet<>(kept);
        others.remove(trail.renewal());
        remove(run, trail, others);
    }

    /** Removes what is kept of {@code renewals}; what stays now is found again by the next renewal. */
    static void remove(Run run, Trail trail, Set<RenewalId> renewals) {
        renewals.forEach(renewal -> {
            Effect<?> _ = run.tools().backup().remove(trail.credential(), renewal);
        });
    }
}
