package dev.koshin.renew;

import dev.koshin.journal.Entry;
import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Trail;
import dev.koshin.model.Account;
import dev.koshin.model.OldToken;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.plan.Observation;
import dev.koshin.spi.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which tokens go at the end of a renewal.
 *
 * @param reused what to write down about ids that belong to other tokens now
 */
record Doomed(SortedSet<TokenId> tokens, List<Entry> reused) {

    /**
     * All that the renewal replaced or made, but for the proven one. Ids from an earlier run are looked at first: a
     * GitLab that was restored from a backup in between gives them again, and then they are somebody else's.
     */
    static Effect<Doomed> of(Run run, State.Proven proven, Secret own) {
        Trail trail = proven.trail();
        return leftovers(run, trail).flatMap(marked -> {
            TreeSet<TokenId> sure = new TreeSet<>(marked.stream().map(Token::id).toList());
            TreeSet<TokenId> all = new TreeSet<>(sure);
            all.addAll(named(trail));
            all.remove(proven.stage().fresh().id());
            return begunNow(run, trail)
                    ? new Effect.Done<>(new Doomed(all, List.of()))
                    : examined(run, trail, own, sure, all);
        });
    }

    private static List<TokenId> named(Trail trail) {
        return Stream.concat(
                        trail.old().stream().map(OldToken::id).flatMap(Optional::stream),
                        trail.made().stream().map(TokenRef::id))
                .toList();
    }

    /** Whether each id was learned in this run. */
    private static boolean begunNow(Run run, Trail trail) {
        return !trail.since().isBefore(run.seen().at());
    }

    private static Effect<Doomed> examined(
            Run run, Trail trail, Secret own, SortedSet<TokenId> sure, SortedSet<TokenId> all) {
        TreeSet<TokenId> tokens = new TreeSet<>();
        List<Entry> reused = new ArrayList<>();
        for (TokenId id : all) {
            Effect<Optional<Token>> shown = sure.contains(id)
                    ? new Effect.Done<>(Optional.empty())
                    : seen(run.seen(), id)
                            .<Effect<Optional<Token>>>map(token -> new Effect.Done<>(Optional.of(token)))
                            .orElseGet(() -> run.credential().issuer().shown(id, own));
            if (!(shown instanceof Effect.Done<Optional<Token>>(Optional<Token> now))) {
                return shown.map(_ -> new Doomed(all, List.of()));
            }
            Optional<Token> other = now.filter(token -> !is(trail, token));
            other.ifPresentOrElse(token -> reused.add(reused(trail, token)), () -> tokens.add(id));
        }
        return new Effect.Done<>(new Doomed(tokens, List.copyOf(reused)));
    }

    /** What the look at the beginning of this run showed. */
    private static Optional<Token> seen(Observation seen, TokenId id) {
        return Stream.of(seen.leaving(), seen.strays(), seen.live())
                .flatMap(List::stream)
                .filter(token -> token.id().equals(id))
                .findFirst();
    }

    /** Made by this renewal, or older than it: nobody gets an id that is in use. */
    private static boolean is(Trail trail, Token token) {
        return trail.renewal().marks(token.name())
                || !token.created().isAfter(trail.since().plus(KnownToken.SKEW));
    }

    private static Entry reused(Trail trail, Token token) {
        return new Entry.Interrupted(
                trail.renewal(), Run.problem(Reason.TOKEN_ID_REUSED, token.id().value(), token.name()));
    }

    /** Asks GitLab only if an answer was lost; else the journal names all that was made. */
    private static Effect<List<Token>> leftovers(Run run, Trail trail) {
        return trail.lostAnswers()
                ? run.credential()
                        .issuer()
                        .preflight(Optional.empty())
                        .flatMap((Account account) -> run.credential().issuer().marked(account, trail.renewal()))
                : new Effect.Done<>(List.of());
    }
}
