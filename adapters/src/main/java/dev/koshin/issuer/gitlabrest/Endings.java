package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.util.Set;
import java.util.function.BiFunction;

/** Turns what happened on the wire into one of the three endings. Pure. */
final class Endings {
    private Endings() {}

    /** Done for an answer of an {@code accepted} kind. Losing a call that only reads is a clear no. */
    static Effect<Answer> of(Call call, Reply reply, Set<Kind> accepted, BiFunction<Kind, Call, Reason> reasons) {
        return switch (reply) {
            case Reply.Answered(Answer answer) when accepted.contains(answer.kind()) -> new Effect.Done<>(answer);
            case Reply.Answered(Answer answer) -> answered(call, answer, reasons.apply(answer.kind(), call));
            case Reply.NotSent(Problem problem) -> new Effect.Refused<>(problem);
            case Reply.Lost(Problem problem) -> lost(call, problem);
            case Reply.Unpresentable() ->
                new Effect.Refused<>(
                        Problem.of(reasons.apply(Kind.TOKEN_UNKNOWN, call), call.where(), "not sent: not a token"));
        };
    }

    /** The answer was a success by its status, but does not hold {@code what}. */
    static <T> Effect<T> unreadable(Call call, String what) {
        return lost(call, Problem.of(Reason.GITLAB_NOT_JSON, call.where(), what));
    }

    /** A clear no. */
    static <T> Effect<T> refused(Reason reason, Call call, String text) {
        return new Effect.Refused<>(Problem.of(reason, call.where(), text));
    }

    private static Effect<Answer> answered(Call call, Answer answer, Reason reason) {
        Problem problem = Problem.of(reason, call.where(), answer.text());
        return answer.kind().clearNo() ? new Effect.Refused<>(problem) : lost(call, problem);
    }

    private static <T> Effect<T> lost(Call call, Problem problem) {
        return call.reads() ? new Effect.Refused<>(problem) : new Effect.Unclear<>(problem);
    }
}
