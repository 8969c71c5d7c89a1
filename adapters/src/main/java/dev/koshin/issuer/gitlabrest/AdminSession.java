package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Problem;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.spi.Effect;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls with an administrator's token. Where several are configured, the first that GitLab accepts is used: a call that
 * was refused because a token is dead or has no power did nothing, so it is made again with the next one.
 */
final class AdminSession implements Caller {
    private final List<AdminToken> tokens;
    private volatile int current;

    /** {@code sources} are resolved when they are needed; one at least. */
    AdminSession(Channel channel, List<Supplier<Effect<Secret>>> sources) {
        this.tokens =
                sources.stream().map(source -> new AdminToken(channel, source)).toList();
    }

    @Override
    public Effect<Answer> ask(Call call, Kind... accepted) {
        Set<Kind> kinds = EnumSet.of(Kind.OK, accepted);
        return first(token -> token.ask(call, kinds));
    }

    /** With the one that is configured first, and is to be mended, if none helps. */
    private <T> Effect<T> first(Function<AdminToken, Effect<T>> call) {
        for (int i = current; i < tokens.size(); i++) {
            Effect<T> answer = call.apply(tokens.get(i));
            if (!(answer instanceof Effect.Refused<T>(Problem problem)) || !AdminToken.useless(problem)) {
                current = i;
                return answer;
            }
        }
        return call.apply(tokens.getFirst());
    }

    /** Finds out why {@code problem} came up; {@code problem} itself when the power is there after all. */
    Problem explained(Problem problem) {
        return tokens.get(current).explained(problem);
    }

    /** Whether these calls are made with the token called {@code id}. */
    boolean is(TokenId id) {
        return first(AdminToken::id).equals(new Effect.Done<>(id));
    }
}
