package dev.koshin.simulator.api.user;

import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.UserState;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which users a list holds, and in which order.
 *
 * @param search part of name or username, in any case
 */
public record UserFilter(
        Optional<String> search, boolean active, boolean blocked, boolean admins, Comparator<User> order) {
    private static final Set<String> ORDERS = Set.of("id", "name", "username", "created_at", "updated_at");

    /** The filter in these parameters. */
    public static UserFilter read(Validation validation, Params params) {
        String orderBy = validation.oneOf("order_by", ORDERS).orElse("id");
        String sort = validation.oneOf("sort", Set.of("asc", "desc")).orElse("desc");
        Comparator<User> ascending = order(orderBy);
        return new UserFilter(
                params.present("search").map(text -> text.toLowerCase(Locale.ROOT)),
                validation.bool("active").orElse(false),
                validation.bool("blocked").orElse(false),
                validation.bool("admins").orElse(false),
                sort.equals("asc") ? ascending : ascending.reversed());
    }

    /** Whether the list holds this user. */
    public boolean keeps(User user) {
        return (!active || user.state() == UserState.ACTIVE)
                && (!blocked || user.state() == UserState.BLOCKED)
                && (!admins || user.admin())
                && search.filter(text -> !matches(user, text)).isEmpty();
    }

    private static boolean matches(User user, String text) {
        return user.name().toLowerCase(Locale.ROOT).contains(text)
                || user.username().toLowerCase(Locale.ROOT).contains(text);
    }

    private static Comparator<User> order(String by) {
        return switch (by) {
            case "name" -> Comparator.comparing(User::name).thenComparingLong(User::id);
            case "username" -> Comparator.comparing(User::username);
            case "created_at", "updated_at" ->
                Comparator.comparing(User::createdAt).thenComparingLong(User::id);
            default -> Comparator.comparingLong(User::id);
        };
    }
}
