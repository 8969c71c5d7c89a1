package dev.koshin.matrix;

import dev.koshin.inventory.Gathered;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.renew.Order.Wish;
import dev.koshin.renew.Outcome;
import dev.koshin.simulator.control.TokenView;
import dev.koshin.simulator.traffic.LoggedRequest;
import dev.koshin.spi.Held;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The end of a story: all faults are gone, an operator runs Koshin until nothing is left to do, and counts tokens. */
final class Ending {
    private static final int MOST_RUNS = 6;
    private static final Duration BETWEEN = Duration.ofHours(25);

    private final Site site;
    private final Watch watch;
    private final Worker worker;
    private final List<String> wrong = new ArrayList<>();

    Ending(Site site, Watch watch, Worker worker) {
        this.site = site;
        this.watch = watch;
        this.worker = worker;
    }

    /** Runs by the plan, then with all that an operator can say; answers how the last run ended. */
    Outcome settle() {
        for (int i = 0; i < MOST_RUNS; i++) {
            site.control.advanceClock(BETWEEN);
            Outcome outcome = worker.run();
            if (outcome instanceof Outcome.Finished || fresh(outcome)) {
                return outcome;
            }
            if (outcome instanceof Outcome.Parked) {
                Outcome _ = worker.run(Wish.RESUME, Wish.REPLACE);
            }
        }
        return worker.run(Wish.RESUME, Wish.REPLACE, Wish.RETIRE_NOW);
    }

    private static boolean fresh(Outcome outcome) {
        return outcome instanceof Outcome.NotNeeded(var verdict)
                && switch (verdict.why()) {
                    case FRESH, NEVER_EXPIRES -> true;
                    default -> false;
                };
    }

    /**
     * What is wrong after {@link #settle} ended with {@code last}.
     *
     * @param scopes that the token must have at least
     * @param others tokens that people made, or took out of a target; they may live on
     */
    List<String> wrong(Outcome last, Collection<String> scopes, Set<Long> others) {
        wrong.addAll(watch.broken());
        require(last instanceof Outcome.Finished || fresh(last), "it does not settle: " + last);
        require(site.journal.unfinished().isEmpty(), "a renewal is open at the end");
        Set<Fingerprint> held = site.place.held().values().stream()
                .flatMap(one -> one.fingerprint().stream())
                .collect(Collectors.toSet());
        require(held.size() == 1, "the targets hold " + held);
        List<TokenView> live = live();
        List<TokenView> used = live.stream().filter(token -> isIn(token, held)).toList();
        require(
                used.size() == 1 && used.getFirst().scopes().containsAll(known(scopes)),
                "of " + live + " the targets hold " + used);
        counted(live.stream().filter(token -> !isIn(token, held)).toList(), others);
        requireNoValueInJournal();
        return wrong;
    }

    /** If GitLab denied the value that a target held, and a person let it be replaced, its scopes are not known. */
    private Collection<String> known(Collection<String> scopes) {
        return disowned() > 0 ? Site.SCOPES : scopes;
    }

    private static boolean isIn(TokenView token, Set<Fingerprint> held) {
        return held.contains(new Fingerprint(token.fingerprint()));
    }

    private List<TokenView> live() {
        return site.control.tokens().stream()
                .filter(token -> token.userId() == Site.USER && token.active())
                .toList();
    }

    /** A token that nobody can know of, as its request was said to be refused, may stay; it must be reported. */
    private void counted(List<TokenView> left, Set<Long> others) {
        Gathered seen = worker.look();
        Set<Long> reported = seen.of(Site.OURS).strays().stream()
                .map(Token::id)
                .map(id -> id.value())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Long> ids = left.stream().map(TokenView::id).collect(Collectors.toCollection(TreeSet::new));
        require(ids.equals(reported), "the strays " + left + " are reported as " + reported);
        Set<Long> ours = new HashSet<>(ids);
        ours.removeAll(others);
        require(ours.size() <= denied() + disowned(), "lost: " + ours + " of " + left);
    }

    /** Requests that made a token, although GitLab said that it did not, or so late that all was over. */
    private long denied() {
        return site.control.requestsSince(0).stream()
                .filter(request ->
                        request.method().equals("POST") && request.ended().committed() && lied(request.ended()))
                .count();
    }

    /** Values that GitLab said it does not know; one that a person then lets be replaced, nobody revokes. */
    private long disowned() {
        return site.control.requestsSince(0).stream()
                .filter(request -> request.target().endsWith("/self") && lied(request.ended(), 401))
                .count();
    }

    private static boolean lied(LoggedRequest.Ended ended, int status) {
        return ended.status() == status && ended.fault().isPresent();
    }

    private static boolean lied(LoggedRequest.Ended ended) {
        return ended.status() / 100 == 4
                || ended.fault().filter("delay before"::equals).isPresent();
    }

    private void requireNoValueInJournal() {
        String journal = site.journal.history(Set.of(), Integer.MAX_VALUE).toString();
        for (Held held : site.place.held().values()) {
            boolean inside = held instanceof Held.Value(Secret secret) && secret.<Boolean>reveal(journal::contains);
            require(!inside, "the journal holds a value");
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }
}
