package dev.koshin.simulator.web.oauth;

import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.http.Field;
import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.Hindrance;
import dev.koshin.simulator.state.Sessions;
import dev.koshin.simulator.state.State;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.UserState;
import dev.koshin.simulator.web.answer.Door;
import dev.koshin.simulator.web.answer.Handler;
import dev.koshin.simulator.web.answer.RandomHex;
import dev.koshin.simulator.web.answer.Replies;
import dev.koshin.simulator.web.answer.Told;
import dev.koshin.simulator.web.answer.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code POST /oauth/token} with a password. No other way of OAuth is pretended, and no client of OAuth is known. */
public final class PasswordGrant implements Handler {
    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final Field UNSTORED = new Field("Pragma", "no-cache");

    private final Profile profile;

    private PasswordGrant(Instance instance) {
        this.profile = instance.profile();
    }

    /** The door of this instance. */
    public static Door door(Instance instance) {
        return Door.at("POST", "/oauth/token", new PasswordGrant(instance));
    }

    @Override
    public Told answer(Visit visit) {
        Params params = visit.params();
        if (!params.text("grant_type").equals(Optional.of("password"))) {
            return Told.nobody(Refusal.UNSUPPORTED_GRANT_TYPE.reply(visit.now()));
        }
        if (params.has("client_id") || !clientless(visit.state())) {
            return Told.nobody(Refusal.INVALID_CLIENT.reply(visit.now()));
        }
        List<String> scopes =
                List.of(params.present("scope").orElse("api").strip().split("[ +]+", -1));
        if (!profile.scopes().containsAll(scopes)) {
            return Told.nobody(Refusal.INVALID_SCOPE.reply(visit.now()));
        }
        return user(params, visit.state())
                .map(user -> Told.to(user, granted(user, scopes, visit)))
                .orElseGet(() -> Told.nobody(Refusal.INVALID_GRANT.reply(visit.now())));
    }

    private boolean clientless(State state) {
        return profile.has(Feature.PASSWORD_GRANT) && state.settings().signIn().grant();
    }

    private static Optional<User> user(Params params, State state) {
        Optional<Digest> password = params.present("password").map(Digest::of);
        return state.users()
                .named(params.text("username").orElse(""))
                .filter(_ -> state.settings().signIn().git())
                .filter(user -> user.state() == UserState.ACTIVE
                        && user.account().hindrance() == Hindrance.NONE
                        && !user.account().secondFactor())
                .filter(user -> password.filter(user.account()::hasPassword).isPresent());
    }

    private static Reply granted(User user, List<String> scopes, Visit visit) {
        String value = RandomHex.of(32);
        Instant end = visit.now().plus(LIFETIME);
        visit.state().sessions().grant(Digest.of(value), new Sessions.Grant(user.id(), scopes, end));
        ObjectNode body = Json.NODES
                .objectNode()
                .put("access_token", value)
                .put("token_type", "Bearer")
                .put("expires_in", LIFETIME.toSeconds())
                .put("refresh_token", RandomHex.of(32))
                .put("scope", String.join(" ", scopes))
                .put("created_at", visit.now().getEpochSecond());
        return Replies.json(200, body, visit.now(), UNSTORED);
    }
}
