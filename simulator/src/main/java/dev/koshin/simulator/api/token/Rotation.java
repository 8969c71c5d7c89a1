package dev.koshin.simulator.api.token;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.state.Grant;
import dev.koshin.simulator.state.Settings;
import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.User;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Puts a new token in the place of an old one, for personal tokens and for those of projects and groups. */
public final class Rotation {
    private final Profile profile;
    private final Lifetimes lifetimes;
    private final Mint mint;

    /** Rotates as this release does. */
    public Rotation(Profile profile) {
        this.profile = profile;
        this.lifetimes = new Lifetimes(profile);
        this.mint = new Mint(profile);
    }

    /** Rotates; an expired token as well, a revoked one not. {@code show}: the answer's body. */
    public Answer rotate(Token old, Call call, Function<Mint.Made, JsonNode> show) {
        Validation validation = new Validation(call.params());
        Optional<LocalDate> asked =
                profile.has(Feature.ROTATE_EXPIRY) ? validation.day("expires_at") : Optional.empty();
        if (validation.refusal().isPresent()) {
            return validation.refusal().get();
        }
        Settings settings = call.state().settings();
        Optional<LocalDate> expiry = lifetimes.rotated(asked, settings, call.now());
        return problem(old, expiry, call)
                .map(Refusals::badRequest)
                .orElseGet(() -> Answer.Ok.of(200, show.apply(replace(old, expiry, call))));
    }

    private Optional<String> problem(Token old, Optional<LocalDate> expiry, Call call) {
        Settings settings = call.state().settings();
        if (old.revoked()) {
            return Optional.of("Token already revoked");
        }
        boolean people = old.origin().resource().isEmpty();
        if (people
                && profile.has(Feature.LEGACY_ROTATION_SWITCH)
                && !settings.tokens().legacyRotation()) {
            return Optional.of(
                    "Rotation of legacy personal access tokens is disabled." + " Use a fine-grained token instead.");
        }
        return lifetimes.flaw(expiry, settings, call.now()).map(Flaw::sentence);
    }

    private Mint.Made replace(Token old, Optional<LocalDate> expiry, Call call) {
        Grant grant = old.grant();
        Grant next = new Grant(grant.name(), grant.description(), grant.scopes(), expiry);
        User user = call.state().users().find(old.userId()).orElseThrow();
        call.state().tokens().revoke(old.id());
        return mint.make(
                user, next, (now, digest) -> old.origin().next(old.id(), now, digest), call.state(), call.now());
    }
}
