package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Account;
import dev.koshin.model.UserId;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A user as GitLab writes it.
 *
 * @param state {@code active}, {@code blocked}, {@code deactivated}, {@code banned} and others; empty if not told
 * @param admin empty when the answer does not say; in a list only a caller with admin power is told
 */
record UserJson(Account account, String state, Optional<Boolean> admin) {
    /** Empty when id or name is missing. */
    static Optional<UserJson> read(JsonNode json) {
        long id = json.path("id").longValue(0);
        return id <= 0
                ? Optional.empty()
                : json.path("username")
                        .stringValueOpt()
                        .map(name -> new UserJson(
                                Account.of(new UserId(id), name),
                                json.path("state").stringValue(""),
                                json.path("is_admin").booleanValueOpt()));
    }

    /** The element of a list that has this name; GitLab's names do not tell capitals from small letters. */
    static Optional<UserJson> find(JsonNode list, String name) {
        return list.valueStream()
                .flatMap(one -> read(one).stream())
                .filter(one -> one.account.name().equalsIgnoreCase(name))
                .findFirst();
    }

    boolean isAdmin() {
        return admin.orElse(false);
    }
}
