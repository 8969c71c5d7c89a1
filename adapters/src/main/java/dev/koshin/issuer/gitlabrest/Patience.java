package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/** Whether to ask again, and after how long. */
final class Patience {
    static final int TRIES = 4;

    /** Of one call, all tries together. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private static final long FIRST_BACKOFF_MILLIS = 500;

    private Patience() {}

    /** The rest that GitLab asks all its clients for; empty if it does not. */
    static Optional<Duration> rest(Reply reply, int attempt) {
        return switch (reply) {
            case Reply.Answered(Answer answer) -> rest(answer, attempt);
            case Reply.NotSent _, Reply.Lost _, Reply.Unpresentable _ -> Optional.empty();
        };
    }

    private static Optional<Duration> rest(Answer answer, int attempt) {
        return switch (answer.kind()) {
            case RATE_LIMITED -> Optional.of(retryAfter(answer).orElseGet(() -> backoff(attempt)));
            case BOOTING, FAILED -> retryAfter(answer);
            case OK,
                    MOVED,
                    TOKEN_EXPIRED,
                    TOKEN_REVOKED,
                    TOKEN_UNKNOWN,
                    SCOPE_MISSING,
                    USER_BLOCKED,
                    FORBIDDEN,
                    MISSING,
                    NO_ROUTE,
                    EXPIRY_REFUSED,
                    REFUSED,
                    NOT_JSON -> Optional.empty();
        };
    }

    /** {@code Retry-After} in seconds, which is the only form GitLab uses; at most a minute is believed. */
    private static Optional<Duration> retryAfter(Answer answer) {
        OptionalInt seconds = answer.number("Retry-After");
        return seconds.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.min(seconds.getAsInt(), Pace.LONGEST_REST.toSeconds())));
    }

    /** Half a second, doubled each time, give or take a half. */
    static Duration backoff(int attempt) {
        long middle = FIRST_BACKOFF_MILLIS << (attempt - 1);
        return Duration.ofMillis(middle / 2 + ThreadLocalRandom.current().nextLong(middle));
    }

    /**
     * Whether asking again can help and can do no harm. After 429 nothing was done, so even creating may be repeated.
     */
    static boolean again(Call call, Reply reply) {
        return switch (reply) {
            case Reply.Answered(Answer answer) ->
                answer.kind() == Kind.RATE_LIMITED
                        || (call.repeatable() && (answer.kind() == Kind.BOOTING || answer.kind() == Kind.FAILED));
            case Reply.NotSent(var problem) -> call.repeatable() && passing(problem);
            case Reply.Lost _ -> call.repeatable();
            case Reply.Unpresentable _ -> false;
        };
    }

    /** Whether it may be over in a moment, which a certificate that nobody trusts is not. */
    private static boolean passing(Problem problem) {
        return problem.reason() == Reason.GITLAB_UNREACHABLE;
    }
}
