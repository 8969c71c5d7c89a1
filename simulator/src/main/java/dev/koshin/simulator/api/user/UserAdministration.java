package dev.koshin.simulator.api.user;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Access;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.api.call.Resource;
import dev.koshin.simulator.api.call.Route;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.state.Account;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.Hindrance;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.UserState;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What an admin does to accounts: {@code POST /users}, {@code PUT} and {@code DELETE /users/:id}, block and so on. */
public final class UserAdministration implements Resource {
    private static final int SHORTEST_PASSWORD = 8;

    private final UserJson json;

    /** Shows users as this instance does. */
    public UserAdministration(Instance instance) {
        this.json = new UserJson(instance);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("POST", "/users", Access.ADMIN, this::create),
                new Route("PUT", "/users/:id", Access.ADMIN, this::update),
                new Route("DELETE", "/users/:id", Access.ADMIN, UserAdministration::delete),
                becomes("block", UserState.BLOCKED),
                becomes("unblock", UserState.ACTIVE),
                becomes("deactivate", UserState.DEACTIVATED),
                becomes("activate", UserState.ACTIVE),
                becomes("ban", UserState.BANNED),
                becomes("unban", UserState.ACTIVE));
    }

    private Answer create(Call call) {
        Params params = call.params();
        Validation validation = new Validation(params);
        Stream.of("email", "name", "username").forEach(validation::required);
        if (Stream.of("password", "reset_password", "force_random_password").noneMatch(params::has)) {
            validation.reject("password, reset_password, force_random_password are missing,"
                    + " at least one parameter must be provided");
        }
        boolean admin = validation.bool("admin").orElse(false);
        boolean confirmed = validation.bool("skip_confirmation").orElse(false);
        return validation.refusal().or(() -> taken(call)).or(() -> weak(params)).orElseGet(() -> {
            User user = made(call, admin, confirmed ? Hindrance.NONE : Hindrance.UNCONFIRMED);
            call.state().users().add(user);
            return Answer.Ok.of(201, json.single(user, call));
        });
    }

    private static User made(Call call, boolean admin, Hindrance hindrance) {
        Params params = call.params();
        Account account = new Account(
                params.text("email").orElse(""),
                params.present("password").map(Digest::of),
                false,
                hindrance,
                OptionalLong.of(call.known().user().id()),
                false);
        return new User(
                call.state().users().nextId(),
                params.text("username").orElse(""),
                params.text("name").orElse(""),
                admin,
                UserState.ACTIVE,
                call.now().truncatedTo(ChronoUnit.MILLIS),
                account);
    }

    private static Optional<Answer> taken(Call call) {
        Params params = call.params();
        if (params.present("username").flatMap(call.state().users()::named).isPresent()) {
            return Optional.of(Refusals.conflict("Username has already been taken"));
        }
        String email = params.text("email").orElse("");
        return call.state().users().ascending().stream()
                        .anyMatch(user -> user.account().email().equalsIgnoreCase(email))
                ? Optional.of(Refusals.conflict("Email has already been taken"))
                : Optional.empty();
    }

    private static Optional<Answer> weak(Params params) {
        return params.present("password")
                .filter(password -> password.length() < SHORTEST_PASSWORD)
                .map(_ -> Refusals.invalidField("password", "is too short (minimum is 8 characters)"));
    }

    /** A password that an admin sets has to be changed by the user, whose tokens do not work until then. */
    private Answer update(Call call) {
        Params params = call.params();
        Validation validation = new Validation(params);
        Optional<User> found = find(call, validation);
        Optional<Boolean> admin = validation.bool("admin");
        return validation
                .refusal()
                .or(() -> weak(params))
                .orElseGet(() -> found.<Answer>map(user -> {
                            Account account = params.present("password")
                                    .map(password -> user.account()
                                            .withPassword(Digest.of(password))
                                            .withHindrance(Hindrance.PASSWORD_EXPIRED))
                                    .orElse(user.account());
                            User changed = user.with(account)
                                    .with(params.present("name").orElse(user.name()), admin.orElse(user.admin()));
                            call.state().users().replace(changed);
                            return Answer.Ok.of(200, json.single(changed, call));
                        })
                        .orElseGet(() -> Refusals.notFound("User")));
    }

    /** The user's tokens die at once; GitLab takes the rest away a little later. */
    private static Answer delete(Call call) {
        return Addressed.user(call, "id", user -> {
            call.state().tokens().revokeAllOf(user.id());
            call.state().users().remove(user);
            return new Answer.NoContent();
        });
    }

    private static Route becomes(String verb, UserState state) {
        return new Route(
                "POST",
                "/users/:id/" + verb,
                Access.ADMIN,
                call -> Addressed.user(call, "id", user -> {
                    call.state().users().replace(user.with(state));
                    return Answer.Ok.of(201, Json.NODES.booleanNode(true));
                }));
    }

    private static Optional<User> find(Call call, Validation validation) {
        return validation.integer("id").flatMap(call.state().users()::find);
    }
}
