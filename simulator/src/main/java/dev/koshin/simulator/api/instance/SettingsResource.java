package dev.koshin.simulator.api.instance;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.state.Settings;
import dev.koshin.simulator.state.Settings.ForSignIn;
import dev.koshin.simulator.state.Settings.ForTokens;
import java.util.List;

/** {@code /application/settings}: of GitLab's several hundred, those that the simulator heeds. */
public final class SettingsResource implements Resource {
    private static final String ADMIN_MODE = "admin_mode";
    private static final String REQUIRE_EXPIRY = "require_personal_access_token_expiry";
    private static final String PREFIX = "personal_access_token_prefix";
    private static final String WEB = "password_authentication_enabled_for_web";
    private static final String GIT = "password_authentication_enabled_for_git";

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(
                        "GET",
                        "/application/settings",
                        Access.ADMIN,
                        call -> show(call.state().settings())),
                new Route("PUT", "/application/settings", Access.ADMIN, SettingsResource::change));
    }

    private static Answer change(Call call) {
        Validation validation = new Validation(call.params());
        Settings old = call.state().settings();
        Settings wanted = new Settings(
                validation.bool(ADMIN_MODE).orElse(old.adminMode()),
                tokens(old.tokens(), call, validation),
                new ForSignIn(
                        validation.bool(WEB).orElse(old.signIn().web()),
                        validation.bool(GIT).orElse(old.signIn().git()),
                        old.signIn().grant()),
                old.traffic());
        return validation.refusal().orElseGet(() -> {
            call.state().change(wanted);
            return show(wanted);
        });
    }

    private static ForTokens tokens(ForTokens old, Call call, Validation validation) {
        return new ForTokens(
                old.maxLifetimeDays(),
                validation.bool(REQUIRE_EXPIRY).orElse(old.requireExpiry()),
                call.params().text(PREFIX).filter(text -> text.length() <= 20).orElse(old.prefix()),
                old.routable(),
                old.impersonation(),
                old.legacyRotation());
    }

    private static Answer show(Settings settings) {
        return Answer.Ok.of(
                200,
                Json.NODES
                        .objectNode()
                        .put("id", 1)
                        .put(ADMIN_MODE, settings.adminMode())
                        .put(REQUIRE_EXPIRY, settings.tokens().requireExpiry())
                        .put(PREFIX, settings.tokens().prefix())
                        .put(WEB, settings.signIn().web())
                        .put(GIT, settings.signIn().git()));
    }
}
