package dev.koshin.plan;

import dev.koshin.journal.Past;
import dev.koshin.journal.Trail;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Token;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody did behind Koshin's back: how what the targets hold differs from what was last proven. In this package,
 * because the planner goes by it and it goes by what the planner looks at.
 *
 * @param seen where; the first target, if there are several of this kind
 */
public record Drift(Kind kind, Seen seen, Past.Proof proof) {

    /** The kinds, the gravest first: of several, the first decides. */
    public enum Kind {
        /** The row, key or Secret is gone. */
        TARGET_MISSING,
        /** GitLab has the user no more, or lets it do nothing. */
        USER_UNUSABLE,
        /** A value that neither GitLab nor the journal knows. */
        UNKNOWN_VALUE,
        /** A live token that Koshin neither made nor replaced, or that it left alive when a person had it replaced. */
        MADE_BY_HAND,
        /** GitLab does not know the proven token any more: it was restored from a backup. */
        FORGOTTEN,
        /** A value that was proven or replaced before: a lost update, or a database that was restored from a backup. */
        PUT_BACK,
        /** The proven token was revoked by somebody else. */
        REVOKED,
        /** A dead token that Koshin never had. */
        DEAD_VALUE,
        /** The value was taken away. */
        EMPTIED;

        /** The stable code in every output, such as {@code made-by-hand}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The gravest of what differs from what was last proven. Empty if nothing does, if nothing was ever proven, and as
     * long as a renewal is on its way to a new proof, which looks at each value itself.
     */
    public static Optional<Drift> of(Observation seen) {
        return seen.past()
                .last()
                .filter(_ -> settled(seen))
                .flatMap(proof -> seen.seen().stream()
                        .flatMap(one ->
                                kind(one.finding(), seen.past()).stream().map(kind -> new Drift(kind, one, proof)))
                        .min(Comparator.comparing(Drift::kind)));
    }

    /** What to tell about it, where it is for a person to decide. */
    Problem problem() {
        return switch (seen.finding()) {
            case Seen.Live(Token token, var _) ->
                Problem.of(
                        Reason.TOKEN_MADE_BY_HAND,
                        seen.target().value(),
                        token.id().toString(),
                        token.name());
            case Seen.Ownerless(var _, Problem problem) -> problem;
            case Seen.Unreadable(Problem problem) -> problem;
            case Seen.Expired _, Seen.Revoked _, Seen.Unknown _, Seen.Empty _ ->
                Problem.of(Reason.TARGET_CHANGED, seen.target().value());
        };
    }

    private static boolean settled(Observation seen) {
        return seen.open().map(trail -> proven(trail.stage())).orElse(true);
    }

    private static boolean proven(Trail.Stage stage) {
        return switch (stage) {
            case Trail.Proven _, Trail.Finished _ -> true;
            case Trail.Open _, Trail.Adopted _, Trail.RollingBack _, Trail.Retiring _ -> false;
            case Trail.Parked(Problem _, Trail.Stage beneath) -> proven(beneath);
        };
    }

    private static Optional<Kind> kind(Seen.Finding finding, Past past) {
        return switch (finding) {
            case Seen.Live(var _, var print) ->
                past.isLast(print)
                        ? Optional.empty()
                        : Optional.of(past.owns(print) ? Kind.PUT_BACK : Kind.MADE_BY_HAND);
            case Seen.Expired(var _, var print) -> value(past, print, Optional.empty(), Kind.DEAD_VALUE);
            case Seen.Revoked(var _, var print) -> value(past, print, Optional.of(Kind.REVOKED), Kind.DEAD_VALUE);
            case Seen.Unknown(var print) -> value(past, print, Optional.of(Kind.FORGOTTEN), Kind.UNKNOWN_VALUE);
            case Seen.Ownerless _ -> Optional.of(Kind.USER_UNUSABLE);
            case Seen.Empty _ -> Optional.of(Kind.EMPTIED);
            case Seen.Unreadable(Problem problem) ->
                problem.reason() == Reason.TARGET_ROW_MISSING ? Optional.of(Kind.TARGET_MISSING) : Optional.empty();
        };
    }

    private static Optional<Kind> value(Past past, Fingerprint print, Optional<Kind> ifProven, Kind ifStrange) {
        if (past.isLast(print)) {
            return ifProven;
        }
        return Optional.of(past.earlier(print).isPresent() ? Kind.PUT_BACK : ifStrange);
    }
}
