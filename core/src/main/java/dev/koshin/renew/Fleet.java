package dev.koshin.renew;

import dev.koshin.inventory.Credential;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.Trail;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.parallel.Together;
import dev.koshin.plan.Observation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Renews many credentials: canaries one at a time until one succeeds, then the rest side by side; stops when too many
 * fail.
 */
public final class Fleet {
    private final Renewals renewals;
    private final int concurrency;
    private final int maxFailures;

    /**
     * A fleet that works on {@code concurrency} credentials at a time, and begins no more after {@code maxFailures} of
     * them failed or were parked.
     */
    public Fleet(Renewals renewals, int concurrency, int maxFailures) {
        this.renewals = renewals;
        this.concurrency = concurrency;
        this.maxFailures = maxFailures;
    }

    /** One credential, and what was seen of it. */
    public record Member(Credential credential, Observation seen) {}

    /**
     * Renews the members of {@code waves}, one wave after the other, each with canaries of its own, and answers an
     * outcome for each member; those not begun are {@code Failed} with {@code stopped-after-failures}. {@code progress}
     * is called once for each that ended, from any thread.
     *
     * @throws dev.koshin.journal.JournalUnavailable if the journal cannot be written
     */
    public Map<CredentialName, Outcome> run(
            List<List<Member>> waves, Order order, BiConsumer<CredentialName, Outcome> progress) {
        Batch batch = new Batch(order, progress);
        waves.forEach(wave -> batch.together(wave.subList(batch.canaries(wave), wave.size())));
        return batch.outcomes;
    }

    private final class Batch {
        private final Order order;
        private final BiConsumer<CredentialName, Outcome> progress;
        private final Map<CredentialName, Outcome> outcomes = new ConcurrentSkipListMap<>();
        private final AtomicInteger failures = new AtomicInteger();

        Batch(Order order, BiConsumer<CredentialName, Outcome> progress) {
            this.order = order;
            this.progress = progress;
        }

        /** One at a time until the first succeeds; answers how many were tried. */
        int canaries(List<Member> members) {
            int tried = 0;
            boolean succeeded = false;
            while (tried < members.size() && !succeeded) {
                succeeded = succeeded(one(members.get(tried)));
                tried++;
            }
            return tried;
        }

        private static boolean succeeded(Outcome outcome) {
            return outcome instanceof Outcome.Finished || outcome instanceof Outcome.Proven;
        }

        void together(List<Member> members) {
            Semaphore places = new Semaphore(concurrency);
            Together.each(members, member -> limited(member, places));
        }

        private void limited(Member member, Semaphore places) {
            places.acquireUninterruptibly();
            try {
                Outcome _ = one(member);
            } catch (JournalUnavailable e) {
                failures.set(maxFailures);
                throw e;
            } finally {
                places.release();
            }
        }

        private Outcome one(Member member) {
            CredentialName name = member.credential().name();
            Outcome outcome = failures.get() >= maxFailures
                    ? new Outcome.Failed(Problem.of(Reason.STOPPED_AFTER_FAILURES, String.valueOf(maxFailures)))
                    : renewals.run(member.credential(), member.seen(), order);
            count(member, outcome);
            outcomes.put(name, outcome);
            progress.accept(name, outcome);
            return outcome;
        }

        private void count(Member member, Outcome outcome) {
            boolean parkedNow = outcome instanceof Outcome.Parked && !parkedBefore(member);
            if (outcome instanceof Outcome.Failed || parkedNow) {
                failures.incrementAndGet();
            }
        }

        /** Somebody knows of that one already; it says nothing about the others. */
        private static boolean parkedBefore(Member member) {
            return member.seen()
                    .open()
                    .map(Trail::stage)
                    .filter(Trail.Parked.class::isInstance)
                    .isPresent();
        }
    }
}
