package dev.koshin.simulator.api.user;

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
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.Users;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /user} and reading {@code /users}. */
public final class UsersResource implements Resource {
    /** As recorded in the links of 17.11. */
    private static final List<String> FALSE_BY_DEFAULT = List.of(
            "active",
            "admins",
            "auditors",
            "blocked",
            "exclude_active",
            "exclude_external",
            "exclude_humans",
            "exclude_internal",
            "external",
            "humans",
            "skip_ldap",
            "with_custom_attributes",
            "without_project_bots",
            "without_projects");

    private final UserJson json;
    private final Listing listing;

    public UsersResource(Instance instance) {
        this.json = new UserJson(instance);
        this.listing = new Listing(instance, linkDefaults());
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/user", Access.USER_DATA, this::own),
                new Route("GET", "/users", Access.PUBLIC_USER_DATA, this::list),
                new Route("GET", "/users/:id", Access.PUBLIC_USER_DATA, this::single));
    }

    private Answer own(Call call) {
        return Answer.Ok.of(200, json.own(call.known().user(), call));
    }

    private Answer list(Call call) {
        Validation validation = new Validation(call.params());
        Paging paging = Paging.read(validation);
        UserFilter filter = UserFilter.read(validation, call.params());
        if (validation.refusal().isPresent()) {
            return validation.refusal().get();
        }
        Optional<String> username = call.params().present("username");
        if (call.caller().known().isEmpty() && username.isEmpty()) {
            return Refusals.forbidden("Not authorized to access /api/v4/users");
        }
        boolean toAdmin = call.caller().hasAdminPower();
        List<User> found = candidates(call.state().users(), username, filter, toAdmin)
                .filter(filter::keeps)
                .toList();
        return listing.page(call, paging, found, User::id, user -> json.listed(user, call));
    }

    private Answer single(Call call) {
        if (call.caller().known().isEmpty()) {
            return Refusals.forbidden("Not authorized!");
        }
        return Addressed.user(call, "id", user -> Answer.Ok.of(200, json.single(user, call)));
    }

    /** Only an admin may choose the order. */
    private static Stream<User> candidates(Users users, Optional<String> username, UserFilter filter, boolean toAdmin) {
        if (username.isPresent()) {
            return users.named(username.get()).stream();
        }
        Collection<User> newestFirst = users.descending();
        return toAdmin ? newestFirst.stream().sorted(filter.order()) : newestFirst.stream();
    }

    private static Map<String, String> linkDefaults() {
        Map<String, String> defaults = new HashMap<>(Map.of("order_by", "id", "sort", "desc"));
        FALSE_BY_DEFAULT.forEach(name -> defaults.put(name, "false"));
        return defaults;
    }
}
