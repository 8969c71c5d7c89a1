package dev.koshin.renew;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Trail;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.Use;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From {@link State.Proven} to {@link State.Retired}: makes sure that the old token may go, and says which ones go. */
final class Retiring {
    /** How long ago the new token may have been seen to work, before it is asked again. */
    private static final Duration RECENT = Duration.ofMinutes(5);

    private Retiring() {}

    static State step(Run run, State.Proven proven) {
        return Rereading.then(run, proven.trail(), proven.stage().fresh(), secret -> alive(run, proven, secret));
    }

    private static boolean early(Run run, State.Proven proven) {
        return !run.order().asks(Order.Wish.RETIRE_NOW)
                && run.now().isBefore(proven.stage().retireAfter());
    }

    private static State waiting(Run run, State.Proven proven, SortedSet<Use> uses, SortedSet<CredentialName> others) {
        run.release(proven.trail(), List.of());
        TokenRef fresh = proven.stage().fresh();
        return new State.Stopped(
                proven.trail().back().isPresent()
                        ? new Outcome.Restored(fresh, uses, others)
                        : new Outcome.Proven(fresh, proven.stage().retireAfter(), uses, others));
    }

    private static State unlessEarly(Run run, State.Proven proven, Secret own) {
        return early(run, proven)
                ? waiting(run, proven, new TreeSet<>(), new TreeSet<>())
                : afterGrace(run, proven, own);
    }

    private static State afterGrace(Run run, State.Proven proven, Secret own) {
        SortedSet<CredentialName> others = others(run, proven);
        if (!others.isEmpty()) {
            return waiting(run, proven, new TreeSet<>(), others);
        }
        return run.order().asks(Order.Wish.IGNORE_USES) || proven.stage().uses().isEmpty()
                ? doomed(run, proven, own)
                : afterUses(run, proven, own);
    }

    /** First those uses end that only Koshin can end; then the others are waited for. */
    private static State afterUses(Run run, State.Proven before, Secret own) {
        Consumers consumers = run.credential().consumers();
        Fingerprint fresh = before.stage().fresh().fingerprint();
        Effect<List<String>> ended = consumers.endUses(fresh, run.order().asks(Order.Wish.RETIRE_NOW));
        if (!(ended instanceof Effect.Done<List<String>>(List<String> names))) {
            return run.stop(before.trail(), Run.problem(ended));
        }
        State.Proven proven =
                new State.Proven(Proving.applied(run, before.trail(), names), before.stage(), before.alive());
        Effect<SortedSet<Use>> running = consumers.running(fresh);
        if (!(running instanceof Effect.Done<SortedSet<Use>>(SortedSet<Use> now))) {
            return run.stop(proven.trail(), Run.problem(running));
        }
        TreeSet<Use> still = new TreeSet<>(proven.stage().uses());
        still.retainAll(now);
        return still.isEmpty() ? doomed(run, proven, own) : waiting(run, proven, still, new TreeSet<>());
    }

    /** Other credentials whose targets hold a token that would be revoked; no wish overrides their need. */
    private static SortedSet<CredentialName> others(Run run, State.Proven proven) {
        Trail trail = proven.trail();
        return Stream.concat(
                        trail.old().stream().filter(old -> old.id().isPresent()).map(OldToken::fingerprint),
                        trail.made().stream().map(TokenRef::fingerprint))
                .filter(print -> !print.equals(proven.stage().fresh().fingerprint()))
                .flatMap(print -> run.seen().holders().others(run.credential().name(), print).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The new token may have died in the meantime, by another hand; then the old one is all there is, and the targets
     * hold a dead token until another is made, so this does not wait for the end of the grace period.
     */
    private static State alive(Run run, State.Proven proven, Secret secret) {
        if (proven.alive().filter(seen -> recent(seen, run.now())).isPresent()) {
            return unlessEarly(run, proven, secret);
        }
        Effect<Inspection> answer = run.credential().issuer().inspect(secret);
        if (!(answer instanceof Effect.Done<Inspection>(Inspection inspection))) {
            return run.stop(proven.trail(), Run.problem(answer));
        }
        return inspection instanceof Inspection.Live
                ? unlessEarly(run, proven, secret)
                : Rereading.reopen(
                        run,
                        proven.trail(),
                        Run.problem(
                                Reason.TOKEN_DOES_NOT_WORK,
                                proven.stage().fresh().id().value()));
    }

    private static boolean recent(Instant seen, Instant now) {
        return Duration.between(seen, now).compareTo(RECENT) < 0;
    }

    /**
     * Fixes in the journal exactly which tokens go, before any goes: a worker that was overtaken meanwhile fails here,
     * and one that is overtaken later knows no token that is newer than this list.
     */
    private static State doomed(Run run, State.Proven proven, Secret own) {
        Effect<Doomed> effect = Doomed.of(run, proven, own);
        if (!(effect instanceof Effect.Done<Doomed>(Doomed doomed))) {
            return run.stop(proven.trail(), Run.problem(effect));
        }
        SortedSet<CredentialName> others = holders(run, doomed.tokens());
        if (!others.isEmpty()) {
            return waiting(run, proven, new TreeSet<>(), others);
        }
        List<Entry> entries = new ArrayList<>(doomed.reused());
        entries.add(new Entry.Revoking(proven.trail().renewal(), doomed.tokens()));
        Trail trail = run.append(proven.trail(), entries.toArray(Entry[]::new));
        return new State.Retired(trail, new Trail.Retiring(proven.stage().fresh(), doomed.tokens()));
    }

    /** As {@link #others}, for leftovers, which the journal does not know by their values. */
    private static SortedSet<CredentialName> holders(Run run, SortedSet<TokenId> doomed) {
        return doomed.stream()
                .flatMap(id -> run.seen().holders().others(run.credential().name(), id).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
