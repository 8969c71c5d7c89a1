package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Account;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls that are authenticated by the value under examination.
 *
 * <p>GitLab before 15.5 has no {@code /personal_access_tokens/self}. There an inspection of a live value is refused
 * with {@code gitlab-refused}, or, for a user without admin power, says that the value is unknown: {@code GET /user}
 * would prove that it lives, but not which token it is.
 */
final class Examination {
    private static final Map<Kind, Inspection> DEAD = Map.of(
            Kind.TOKEN_EXPIRED, new Inspection.Expired(),
            Kind.TOKEN_REVOKED, new Inspection.Revoked(),
            Kind.TOKEN_UNKNOWN, new Inspection.Unknown());

    private static final Set<Kind> TELLING =
            EnumSet.of(Kind.OK, Kind.TOKEN_EXPIRED, Kind.TOKEN_REVOKED, Kind.TOKEN_UNKNOWN);

    private final Channel channel;

    Examination(Channel channel) {
        this.channel = channel;
    }

    /** Remembers that {@code value} was made a moment ago, so that a replica may not know it yet. */
    void expect(Secret value) {
        channel.bearer(value).expect();
    }

    Effect<Inspection> inspect(Secret value) {
        Reply reply = send(Call.SELF, value);
        return reply instanceof Reply.Unpresentable
                ? new Effect.Done<>(new Inspection.Unknown())
                : Endings.of(Call.SELF, reply, TELLING, Kind::forValue)
                        .flatMap(Examination::inspection)
                        .map(answer -> learned(value, answer));
    }

    private Inspection learned(Secret value, Inspection answer) {
        if (answer instanceof Inspection.Live(Token token)) {
            channel.bearer(value).learn(token.id());
        }
        return answer;
    }

    /** Calls with {@code value}, whose owner may do it. */
    Caller caller(Secret value) {
        return (call, accepted) -> Endings.of(call, send(call, value), EnumSet.of(Kind.OK, accepted), Kind::forValue);
    }

    Effect<Account> exercise(Secret value) {
        return Endings.of(Call.USER, send(Call.USER, value), EnumSet.of(Kind.OK), Kind::forValue)
                .flatMap(answer -> UserJson.read(answer.json())
                        .<Effect<Account>>map(user -> new Effect.Done<>(user.account()))
                        .orElseGet(() -> Endings.unreadable(Call.USER, "no user")));
    }

    private static Effect<Inspection> inspection(Answer answer) {
        return Optional.ofNullable(DEAD.get(answer.kind()))
                .or(() -> TokenJson.read(answer.json()).map(Inspection.Live::new))
                .<Effect<Inspection>>map(Effect.Done::new)
                .orElseGet(() -> Endings.unreadable(Call.SELF, "no token"));
    }

    /** GitLab may read from a replica that lags some 100 ms behind; a value just made is given that time. */
    private Reply send(Call call, Secret value) {
        Reply reply = channel.send(call, value);
        for (int attempt = 1; attempt < Patience.TRIES && notYetKnown(reply, value); attempt++) {
            channel.backOff(attempt);
            reply = channel.send(call, value);
        }
        return reply;
    }

    private boolean notYetKnown(Reply reply, Secret value) {
        return reply instanceof Reply.Answered(Answer answer)
                && answer.kind() == Kind.TOKEN_UNKNOWN
                && channel.bearer(value).fresh();
    }
}
