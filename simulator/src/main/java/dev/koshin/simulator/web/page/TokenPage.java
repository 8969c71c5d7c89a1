package dev.koshin.simulator.web.page;

import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.api.token.Draft;
import dev.koshin.simulator.api.token.Flaw;
import dev.koshin.simulator.api.token.Lifetimes;
import dev.koshin.simulator.api.token.Mint;
import dev.koshin.simulator.api.token.TokenJson;
import dev.koshin.simulator.http.Reply;
import dev.koshin.simulator.profile.Feature;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.state.Origin;
import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.web.answer.Replies;
import dev.koshin.simulator.web.answer.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The page on which people make tokens for themselves, with any scope, whatever their role. */
final class TokenPage {
    private final Profile profile;
    private final Lifetimes lifetimes;
    private final Mint mint;
    private final TokenJson json;

    TokenPage(Instance instance) {
        this.profile = instance.profile();
        this.lifetimes = new Lifetimes(profile);
        this.mint = new Mint(profile);
        this.json = new TokenJson(instance);
    }

    String path() {
        return profile.has(Feature.USER_SETTINGS_PAGES)
                ? "/-/user_settings/personal_access_tokens"
                : "/-/profile/personal_access_tokens";
    }

    Reply create(User user, Visit visit) {
        Draft draft = draft(visit);
        List<String> errors = flaws(draft, visit).map(Flaw::sentence).distinct().toList();
        if (!errors.isEmpty()) {
            ObjectNode body = Json.NODES.objectNode();
            body.set("errors", Json.strings(errors));
            return Replies.json(422, body, visit.now());
        }
        Mint.Made made = mint.make(user, draft.grant(), Origin::fresh, visit.state(), visit.now());
        return Replies.json(200, shown(user, made, visit), visit.now());
    }

    private Draft draft(Visit visit) {
        Params params = visit.params();
        Optional<LocalDate> expiry = params.present(field("expires_at")).flatMap(Draft::day);
        return new Draft(
                params.text(field("name")).orElse(""),
                params.present(field("description")),
                params.list(field("scopes")).stream()
                        .filter(scope -> !scope.isBlank())
                        .toList(),
                lifetimes.filled(expiry, visit.state().settings(), visit.now()));
    }

    private Stream<Flaw> flaws(Draft draft, Visit visit) {
        return Stream.of(
                        draft.flaw(),
                        lifetimes.flaw(draft.expiresAt(), visit.state().settings(), visit.now()),
                        draft.foreignScopes(profile.scopes()))
                .flatMap(Optional::stream);
    }

    private ObjectNode shown(User user, Mint.Made made, Visit visit) {
        if (profile.has(Feature.WEB_ANSWER_TOKEN)) {
            return Json.NODES.objectNode().put("token", made.value());
        }
        ObjectNode body = Json.NODES.objectNode().put("new_token", made.value());
        ArrayNode active = body.putArray("active_access_tokens");
        visit.state().tokens().of(user.id()).stream()
                .filter(token -> token.active(visit.now()) && own(token))
                .forEach(token -> active.add(json.listed(token, visit.now())));
        return body.put("total", active.size());
    }

    private static boolean own(Token token) {
        return !token.origin().impersonation() && token.origin().resource().isEmpty();
    }

    private static String field(String name) {
        return "personal_access_token[" + name + "]";
    }
}
