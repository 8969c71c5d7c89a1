package dev.koshin.renew;

import dev.koshin.inventory.Credential;
import dev.koshin.journal.Claim;
import dev.koshin.journal.Lease;
import dev.koshin.journal.LeaseLost;
import dev.koshin.journal.Recorded;
import dev.koshin.journal.Trail;
import dev.koshin.plan.Observation;
import dev.koshin.spi.Backup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Carries one credential as far as it will go.
 *
 * <p>Order of every step: write the intent, act, write the result. After a crash, the entries say where to go on; a
 * token whose value was lost is replaced by another and revoked at the end. Nothing is revoked until a newer token is
 * proven in every target.
 */
public final class Renewals {
    /** Added to the longest call, for what goes with it; each append begins the lease anew. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Tools tools;

    public Renewals(Tools tools) {
        this.tools = tools;
    }

    /**
     * Does what {@code seen} and {@code order} ask for, after looking again under the lease.
     *
     * @throws dev.koshin.journal.JournalUnavailable if the journal cannot be written; nothing more was called
     */
    public Outcome run(Credential credential, Observation seen, Order order) {
        return leased(
                credential,
                seen,
                order,
                (run, open) -> open.map(trail -> Beginning.again(run, trail)).orElseGet(() -> Beginning.anew(run)));
    }

    /**
     * Takes over the live token that every target of {@code credential} holds, for a person who says so. Nothing is
     * called that changes anything.
     *
     * @throws dev.koshin.journal.JournalUnavailable if the journal cannot be written
     */
    public Outcome adopt(Credential credential, Observation seen) {
        return leased(credential, seen, Order.BY_PLAN, Adopting::adopt);
    }

    /**
     * Puts {@code kept} back into every target, proves it there, and revokes the tokens that its renewal made; goes on
     * with that if it was begun before.
     *
     * @param kept empty if it must be in every target already
     * @throws dev.koshin.journal.JournalUnavailable if the journal cannot be written; nothing more was called
     */
    public Outcome rollBack(Credential credential, Observation seen, Order order, Optional<Backup.Sealed> kept) {
        return leased(credential, seen, order, (run, open) -> RollingBack.begin(run, open, kept));
    }

    private Outcome leased(
            Credential credential, Observation seen, Order order, BiFunction<Run, Optional<Trail>, Outcome> work) {
        return switch (tools.journal()
                .acquire(credential.name(), credential.longestCall().plus(MARGIN))) {
            case Claim.HeldBy(String holder, var _) -> new Outcome.Busy(holder);
            case Claim.Granted(Lease lease, List<Recorded> unfinished) -> {
                Run run = new Run(credential, seen, order, tools, lease);
                try {
                    yield work.apply(run, unfinished.isEmpty() ? Optional.empty() : Optional.of(Trail.of(unfinished)));
                } catch (LeaseLost _) {
                    yield new Outcome.Busy("");
                }
            }
        };
    }
}
