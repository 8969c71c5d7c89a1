package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.spi.Effect;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Calls with one administrator's token, which is resolved at the first one and kept for this session only.
 *
 * <p>Once GitLab has said that the token is dead or has no power, every later call is refused with the same problem and
 * without asking again.
 */
final class AdminToken {
    private static final Set<Reason> FINAL = EnumSet.of(
            Reason.ADMIN_TOKEN_EXPIRED,
            Reason.ADMIN_TOKEN_REVOKED,
            Reason.ADMIN_TOKEN_UNKNOWN,
            Reason.ADMIN_NOT_ADMIN,
            Reason.ADMIN_MODE_ON);

    private final Channel channel;
    private final Supplier<Effect<Secret>> source;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<Secret> secret = Optional.empty();
    private volatile Optional<Problem> refusal = Optional.empty();

    AdminToken(Channel channel, Supplier<Effect<Secret>> source) {
        this.channel = channel;
        this.source = source;
    }

    /** Done for any answer of the {@code kinds}. */
    Effect<Answer> ask(Call call, Set<Kind> kinds) {
        return token().flatMap(token ->
                refusal.<Effect<Answer>>map(Effect.Refused::new).orElseGet(() -> judged(call, token, kinds)));
    }

    /** Finds out why {@code problem} came up; {@code problem} itself when the power is there after all. */
    Problem explained(Problem problem) {
        return token() instanceof Effect.Done<Secret>(Secret token) ? explained(problem, token) : problem;
    }

    /** Whether another administrator's token may do better. */
    static boolean useless(Problem problem) {
        return FINAL.contains(problem.reason())
                || problem.reason() == Reason.ADMIN_TOKEN_UNRESOLVED
                || problem.reason() == Reason.SECRET_UNRESOLVED;
    }

    /** Which token it is, which GitLab is asked once in a run. */
    Effect<TokenId> id() {
        return token().flatMap(token -> channel.bearer(token)
                .id(() -> ask(Call.SELF, EnumSet.of(Kind.OK))
                        .flatMap(answer -> TokenJson.read(answer.json())
                                .<Effect<TokenId>>map(self -> new Effect.Done<>(self.id()))
                                .orElseGet(() -> Endings.unreadable(Call.SELF, "no token")))));
    }

    private Effect<Secret> token() {
        return secret.<Effect<Secret>>map(Effect.Done::new).orElseGet(this::resolved);
    }

    private Effect<Secret> resolved() {
        lock.lock();
        try {
            Effect<Secret> known = secret.<Effect<Secret>>map(Effect.Done::new).orElseGet(source);
            if (known instanceof Effect.Done<Secret>(Secret value)) {
                secret = Optional.of(value);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private Effect<Answer> judged(Call call, Secret token, Set<Kind> accepted) {
        Reply reply = channel.send(call, token);
        Effect<Answer> ending = Endings.of(call, reply, accepted, Kind::forAdmin);
        if (!(ending instanceof Effect.Refused<Answer>(Problem problem))) {
            return ending;
        }
        Problem why = ambiguous(call, reply) ? explained(problem, token) : problem;
        if (FINAL.contains(why.reason())) {
            refusal = Optional.of(why);
        }
        return new Effect.Refused<>(why);
    }

    /** With Admin Mode on, GitLab answers a good token with 401 to lists, 400 to revoking and 403 to the rest. */
    private static boolean ambiguous(Call call, Reply reply) {
        return reply instanceof Reply.Answered(Answer answer)
                && ((answer.kind() == Kind.FORBIDDEN && !call.openToAll())
                        || (answer.kind() == Kind.TOKEN_UNKNOWN && call.looksAtOthers())
                        || (answer.status() == 400 && call.method() == Call.Method.DELETE));
    }

    private Problem explained(Problem problem, Secret token) {
        lock.lock();
        try {
            return refusal.orElseGet(() -> explanation(problem, Power.look(call -> plain(call, token))));
        } finally {
            lock.unlock();
        }
    }

    private Effect<Answer> plain(Call call, Secret token) {
        return Endings.of(call, channel.send(call, token), EnumSet.of(Kind.OK), Kind::forAdmin);
    }

    private static Problem explanation(Problem problem, Effect<Power> power) {
        return switch (power) {
            case Effect.Done<Power>(Power found) -> new Problem(reason(problem, found), problem.details());
            case Effect.Refused<Power>(Problem why) -> explains(why.reason()) ? why : problem;
            case Effect.Unclear<Power> _ -> problem;
        };
    }

    private static boolean explains(Reason reason) {
        return FINAL.contains(reason) || reason == Reason.GITLAB_BARS_CALLER;
    }

    private static Reason reason(Problem problem, Power power) {
        return switch (power) {
            case NONE -> Reason.ADMIN_NOT_ADMIN;
            case ADMIN_MODE -> Reason.ADMIN_MODE_ON;
            case FULL -> FINAL.contains(problem.reason()) ? Reason.GITLAB_REFUSED : problem.reason();
        };
    }
}
