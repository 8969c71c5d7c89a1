package dev.koshin.issuer.gitlabrest;

import dev.koshin.issuer.ExpiryLimit;
import dev.koshin.issuer.TokenName;
import dev.koshin.issuer.TokenValue;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.UserId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issued;
import dev.koshin.spi.TokenRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a token. GitLab knows no idempotency key, so a request whose answer is lost is never sent again; a request that
 * was clearly refused for its expiry is sent once more, with the day that GitLab named.
 */
final class Creation {
    private static final int CREATED = 201;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AdminSession session;
    private final ServerClock server;
    private final InstantSource local;
    private final LongestLifetime longest;

    Creation(AdminSession session, ServerClock server, InstantSource local, LongestLifetime longest) {
        this.session = session;
        this.server = server;
        this.local = local;
        this.longest = longest;
    }

    Effect<Issued> issue(TokenRequest request) {
        return today().flatMap(
                        today -> first(request, today, longest.atMost(today.plusDays(request.lifetimeDays()), today)));
    }

    /**
     * The server's day, because it judges the lifetime by its own clock; a cheap call asks if it was not seen yet, and
     * whatever GitLab says to it, it says when.
     */
    private Effect<LocalDate> today() {
        return server.now().isPresent()
                ? new Effect.Done<>(day())
                : session.ask(Call.VERSION, Kind.SCOPE_MISSING, Kind.FORBIDDEN, Kind.MISSING, Kind.NO_ROUTE)
                        .map(_ -> day());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(server.now().orElseGet(local::instant), ZoneOffset.UTC);
    }

    private Effect<Issued> first(TokenRequest request, LocalDate today, LocalDate day) {
        return ask(request, day)
                .flatMap(answer -> answer.kind() == Kind.EXPIRY_REFUSED
                        ? ExpiryLimit.in(answer.text(), today)
                                .filter(limit -> limit.isAfter(today) && limit.isBefore(day))
                                .map(limit -> second(request, today, limit))
                                .orElseGet(() -> expiryRefused(request, answer))
                        : issued(request, answer));
    }

    private Effect<Issued> second(TokenRequest request, LocalDate today, LocalDate day) {
        longest.learn(today, day);
        return ask(request, day)
                .flatMap(answer -> answer.kind() == Kind.EXPIRY_REFUSED
                        ? expiryRefused(request, answer)
                        : issued(request, answer));
    }

    private Effect<Answer> ask(TokenRequest request, LocalDate day) {
        return session.ask(call(request, day), Kind.EXPIRY_REFUSED, Kind.MISSING);
    }

    private static Call call(TokenRequest request, LocalDate day) {
        ObjectNode body = JSON.createObjectNode();
        body.put("name", TokenName.of(request));
        ArrayNode scopes = body.putArray("scopes");
        request.scopes().forEach(scopes::add);
        body.put("expires_at", day.toString());
        return Call.create(user(request), body.toString());
    }

    /** This issuer's own look has found it. */
    private static UserId user(TokenRequest request) {
        return request.account().id().orElseThrow();
    }

    private static Effect<Issued> expiryRefused(TokenRequest request, Answer answer) {
        return Endings.refused(Reason.TOKEN_EXPIRY_REFUSED, where(request), answer.text());
    }

    private static Effect<Issued> issued(TokenRequest request, Answer answer) {
        if (answer.kind() == Kind.MISSING) {
            return Endings.refused(Reason.USER_MISSING, where(request), answer.text());
        }
        Optional<Token> token = TokenJson.read(answer.json());
        Optional<Secret> value = answer.json()
                .path("token")
                .stringValueOpt()
                .filter(TokenValue::acceptable)
                .map(Secret::of);
        if (answer.status() != CREATED || token.isEmpty() || value.isEmpty()) {
            return Endings.unreadable(where(request), answer.status() + " without a token");
        }
        return request.account().owns(token.get())
                ? new Effect.Done<>(new Issued(token.get(), value.get()))
                : new Effect.Unclear<>(Problem.of(
                        Reason.USER_DIFFERS,
                        where(request).where(),
                        "user_id: " + token.get().user().value()));
    }

    private static Call where(TokenRequest request) {
        return Call.create(user(request), "");
    }
}
