package dev.koshin.simulator.api;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Caller;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.http.Request;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.State;
import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.UserState;
import dev.koshin.simulator.traffic.LoggedRequest.Who;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out who asks and whether they may, in GitLab's order: token known → not expired → not revoked → scope → account
 * state → admin.
 */
final class Gate {
    private final Instance instance;

    Gate(Instance instance) {
        this.instance = instance;
    }

    /** What came of it. */
    sealed interface Entry {
        record In(Caller caller) implements Entry {}

        /** {@code who}: set when the token itself was accepted. */
        record Out(Answer answer, Optional<Who> who) implements Entry {}
    }

    /**
     * {@code digest}: of the token that came along. A use of a working token is noted even if the caller may not pass.
     */
    Entry enter(Optional<Digest> digest, Route route, State state, Instant now) {
        if (digest.isEmpty()) {
            return route.access().who() == Access.Who.ANYBODY
                    ? new Entry.In(new Caller.Anonymous())
                    : out(Refusals.unauthorized());
        }
        Optional<Token> token = state.tokens().find(digest.get());
        return token.map(known -> admit(known, route, state, now)).orElseGet(() -> out(Refusals.unauthorized()));
    }

    private Entry admit(Token token, Route route, State state, Instant now) {
        if (token.expired(now)) {
            return out(Refusals.expired());
        }
        if (token.revoked()) {
            return out(Refusals.revoked());
        }
        Who who = new Who(token.userId(), token.id());
        if (!route.access().enough(token.grant().scopes(), route.reads())) {
            return new Entry.Out(Refusals.insufficientScope(route.access().declared()), Optional.of(who));
        }
        User user = state.users().find(token.userId()).orElseThrow();
        return admit(user, noted(token, state, now), route, state);
    }

    private Entry admit(User user, Token token, Route route, State state) {
        Optional<Who> who = Optional.of(new Who(user.id(), token.id()));
        if (user.state() != UserState.ACTIVE) {
            return new Entry.Out(Refusals.accountState(user.state(), instance.url("")), who);
        }
        boolean adminScope =
                !state.settings().adminMode() || token.grant().scopes().contains("admin_mode");
        Caller caller = new Caller.Known(user, token, user.admin() && adminScope);
        boolean adminMissing = route.access().who() == Access.Who.ADMIN && !caller.hasAdminPower();
        return adminMissing ? new Entry.Out(Refusals.forbidden(), who) : new Entry.In(caller);
    }

    private Token noted(Token token, State state, Instant now) {
        return token.useIsNews(now, instance.profile().rules().lastUsedStep())
                ? state.tokens().use(token.id(), now)
                : token;
    }

    /** The token that a request brings: as parameter, as PRIVATE-TOKEN, or as Bearer, in this order. */
    static Optional<Digest> presented(Request request, Params params) {
        return params.present("private_token")
                .or(() -> request.header("Private-Token").filter(value -> !value.isBlank()))
                .or(() -> request.header("Authorization").flatMap(Gate::bearer))
                .map(Digest::of);
    }

    private static Optional<String> bearer(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, "Bearer ", 0, 7);
        return bearer ? Optional.of(authorization.substring(7).strip()) : Optional.empty();
    }

    private static Entry out(Answer answer) {
        return new Entry.Out(answer, Optional.empty());
    }
}
