package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.TokenId;
import dev.koshin.spi.Effect;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A token's value as a caller of GitLab, within one run: what GitLab said to it, and how fast it may call.
 *
 * <p>A value that GitLab has called expired, revoked or unknown is not presented again. Each failure counts toward the
 * ban of an address, and two thousand of them look like an attack.
 */
final class Bearer {
    private final Budget budget = new Budget();
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock identity = new ReentrantLock();
    private volatile Optional<TokenId> id = Optional.empty();
    private volatile boolean tried;
    private volatile boolean fresh;
    private volatile Optional<Reply> denial = Optional.empty();

    Budget budget() {
        return budget;
    }

    /** Remembers that the value was made a moment ago: a replica that does not know it yet does not condemn it. */
    void expect() {
        fresh = true;
    }

    boolean fresh() {
        return fresh;
    }

    /** Remembers which token it is. */
    void learn(TokenId self) {
        id = Optional.of(self);
    }

    /** Which token it is; {@code ask} is called if that is not known, by one at a time. */
    Effect<TokenId> id(Supplier<Effect<TokenId>> ask) {
        identity.lock();
        try {
            Effect<TokenId> answer = id.<Effect<TokenId>>map(Effect.Done::new).orElseGet(ask);
            if (answer instanceof Effect.Done<TokenId>(TokenId self)) {
                id = Optional.of(self);
            }
            return answer;
        } finally {
            identity.unlock();
        }
    }

    /** What GitLab says to {@code call}, or said before. The very first call goes alone, so that the others know. */
    Reply send(Call call, Supplier<Reply> exchange) {
        if (!tried) {
            lock.lock();
            try {
                if (!tried) {
                    return noted(call, exchange);
                }
            } finally {
                lock.unlock();
            }
        }
        return denial.orElseGet(() -> noted(call, exchange));
    }

    private Reply noted(Call call, Supplier<Reply> exchange) {
        try {
            Reply reply = exchange.get();
            if (reply instanceof Reply.Answered(Answer answer) && denies(call, answer.kind())) {
                denial = Optional.of(reply);
            }
            return reply;
        } finally {
            tried = true;
        }
    }

    private boolean denies(Call call, Kind kind) {
        return kind == Kind.TOKEN_EXPIRED
                || kind == Kind.TOKEN_REVOKED
                || (kind == Kind.TOKEN_UNKNOWN && !fresh && !call.looksAtOthers());
    }
}
