package dev.koshin.simulator.api.token;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Listing;
import dev.koshin.simulator.api.call.Paging;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.api.user.Addressed;
import dev.koshin.simulator.profile.Profile;
import dev.koshin.simulator.state.Origin;
import dev.koshin.simulator.state.Token;
import dev.koshin.simulator.state.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** {@code /users/:user_id/impersonation_tokens}: made by an admin to act as the user, who does not see them. */
public final class ImpersonationResource implements Resource {
    private static final String PATH = "/users/:user_id/impersonation_tokens";

    private final Profile profile;
    private final TokenJson json;
    private final Listing listing;
    private final Lifetimes lifetimes;
    private final Mint mint;

    /** Offers them as this instance does. */
    public ImpersonationResource(Instance instance) {
        this.profile = instance.profile();
        this.json = new TokenJson(instance);
        this.listing = new Listing(instance, Map.of("state", "all"));
        this.lifetimes = new Lifetimes(profile);
        this.mint = new Mint(profile);
    }

    @Override
    public List<Route> routes() {
        String one = PATH + "/:id";
        return List.of(
                new Route("GET", PATH, Access.ADMIN, call -> withUser(call, this::list)),
                new Route("POST", PATH, Access.ADMIN, call -> withUser(call, this::create)),
                new Route("GET", one, Access.ADMIN, call -> withUser(call, this::single)),
                new Route("DELETE", one, Access.ADMIN, call -> withUser(call, ImpersonationResource::revoke)));
    }

    private static Answer withUser(Call call, BiFunction<Call, User, Answer> endpoint) {
        return Addressed.user(call, "user_id", user -> endpoint.apply(call, user));
    }

    private Answer list(Call call, User user) {
        Validation validation = new Validation(call.params());
        String state =
                validation.oneOf("state", Set.of("all", "active", "inactive")).orElse("all");
        Paging paging = Paging.read(validation);
        List<Token> tokens = all(call, user).stream()
                .filter(token -> state.equals("all") || token.active(call.now()) == state.equals("active"))
                .toList();
        return validation
                .refusal()
                .orElseGet(() -> listing.page(call, paging, tokens, token -> json.impersonation(token, call.now())));
    }

    private Answer create(Call call, User user) {
        Validation validation = new Validation(call.params());
        Draft asked = Draft.readNamed(call.params(), validation, profile.scopes());
        if (validation.refusal().isPresent()) {
            return validation.refusal().get();
        }
        Draft draft =
                asked.expiring(lifetimes.filled(asked.expiresAt(), call.state().settings(), call.now()));
        return draft.flaw()
                .or(() -> lifetimes.flaw(draft.expiresAt(), call.state().settings(), call.now()))
                .map(flaw -> Refusals.invalidField(flaw.field(), flaw.text()))
                .orElseGet(() -> issue(call, user, draft));
    }

    private Answer issue(Call call, User user, Draft draft) {
        Mint.Made made = mint.make(user, draft.grant(), Origin::impersonation, call.state(), call.now());
        return Answer.Ok.of(201, json.impersonation(made.token(), call.now()).put("token", made.value()));
    }

    private Answer single(Call call, User user) {
        return find(call, user)
                .<Answer>map(token -> Answer.Ok.of(200, json.impersonation(token, call.now())))
                .orElseGet(ImpersonationResource::missing);
    }

    private static Answer revoke(Call call, User user) {
        Optional<Token> token = find(call, user);
        token.ifPresent(found -> call.state().tokens().revoke(found.id()));
        return token.<Answer>map(_ -> new Answer.NoContent()).orElseGet(ImpersonationResource::missing);
    }

    private static Optional<Token> find(Call call, User user) {
        Optional<Long> id = new Validation(call.params()).integer("id");
        return all(call, user).stream()
                .filter(token -> id.filter(wanted -> wanted == token.id()).isPresent())
                .findFirst();
    }

    private static List<Token> all(Call call, User user) {
        return call.state().tokens().of(user.id()).stream()
                .filter(token -> token.origin().impersonation())
                .toList();
    }

    private static Answer missing() {
        return Refusals.notFound("Impersonation Token");
    }
}
