package dev.koshin.simulator.api.project;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.api.token.Draft;
import dev.koshin.simulator.api.token.Flaw;
import dev.koshin.simulator.api.token.Lifetimes;
import dev.koshin.simulator.api.token.Mint;
import dev.koshin.simulator.api.token.TokenJson;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.state.Account;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.Origin;
import dev.koshin.simulator.state.Place;
import dev.koshin.simulator.state.Resource;
import dev.koshin.simulator.state.Settings;
import dev.koshin.simulator.state.Space;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.UserState;
import java.util.Optional;
import java.util.Set;

/** Makes a token of a project or group, and the user that goes with it. */
final class ResourceTokenCreation {
    private static final Set<String> LEVELS = Set.of("10", "15", "20", "30", "40", "50");

    private final Place.Kind kind;
    private final Profile profile;
    private final TokenJson json;
    private final Lifetimes lifetimes;
    private final Mint mint;

    ResourceTokenCreation(Place.Kind kind, Instance instance) {
        this.kind = kind;
        this.profile = instance.profile();
        this.json = new TokenJson(instance);
        this.lifetimes = new Lifetimes(profile);
        this.mint = new Mint(profile);
    }

    Answer create(Call call, Space space) {
        Validation validation = new Validation(call.params());
        Draft asked = Draft.read(call.params(), validation, profile.resourceScopes());
        int level = Integer.parseInt(validation.oneOf("access_level", LEVELS).orElse("40"));
        if (validation.refusal().isPresent()) {
            return validation.refusal().get();
        }
        Settings settings = call.state().settings();
        Draft draft = asked.expiring(lifetimes.filled(asked.expiresAt(), settings, call.now()));
        return problem(call, space, level)
                .or(() -> draft.flaw()
                        .or(() -> lifetimes.flaw(draft.expiresAt(), settings, call.now()))
                        .map(Flaw::sentence))
                .map(Refusals::badRequest)
                .orElseGet(() -> issue(call, space, draft, level));
    }

    /** A token of this kind cannot make another one. */
    private Optional<String> problem(Call call, Space space, int level) {
        if (!Standing.governs(call, space) || call.known().user().account().bot()) {
            return Optional.of("User does not have permission to create " + kind.word() + " access token");
        }
        return level > Standing.level(call, space)
                ? Optional.of("Access level of the token contains permissions not held by the creating user")
                : Optional.empty();
    }

    private Answer issue(Call call, Space space, Draft draft, int level) {
        User bot = bot(call, space, draft.name());
        call.state().users().add(bot);
        call.state().spaces().join(space.place(), bot.id(), level);
        Resource resource = new Resource(space.place(), level);
        Mint.Made made = mint.make(
                bot, draft.grant(), (now, digest) -> Origin.of(resource, now, digest), call.state(), call.now());
        return Answer.Ok.of(201, json.resource(made.token(), call.now()).put("token", made.value()));
    }

    private static User bot(Call call, Space space, String name) {
        long id = call.state().users().nextId();
        String hex = Digest.of("bot " + id).hex().substring(0, 32);
        String username = space.place().kind().word() + "_" + space.place().id() + "_bot_" + hex;
        return new User(id, username, name, false, UserState.ACTIVE, call.now(), Account.bot(username));
    }
}
