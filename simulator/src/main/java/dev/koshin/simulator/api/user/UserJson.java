package dev.koshin.simulator.api.user;

import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.profile.UserKeys;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.User;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A user as a release of GitLab shows it. What the simulator does not keep has the value of a fresh account. */
public final class UserJson {
    private static final Set<String> EMPTY_TEXT = Set.of(
            "bio",
            "location",
            "skype",
            "linkedin",
            "twitter",
            "discord",
            "website_url",
            "organization",
            "job_title",
            "note");
    private static final Set<String> EMPTY_LIST = Set.of("identities", "scim_identities");
    private static final Set<String> NO =
            Set.of("locked", "bot", "two_factor_enabled", "external", "private_profile", "using_license_seat", "trial");
    private static final Set<String> NULL = Set.of(
            "public_email",
            "pronouns",
            "work_information",
            "local_time",
            "last_sign_in_at",
            "last_activity_on",
            "current_sign_in_at",
            "shared_runners_minutes_limit",
            "extra_shared_runners_minutes_limit",
            "created_by",
            "email_reset_offered_at",
            "current_sign_in_ip",
            "last_sign_in_ip",
            "plan");

    private final Instance instance;
    private final UserKeys keys;

    public UserJson(Instance instance) {
        this.instance = instance;
        this.keys = instance.profile().userKeys();
    }

    /** In a list. */
    public ObjectNode listed(User user, boolean toAdmin) {
        return show(user, toAdmin ? keys.admin() : keys.basic());
    }

    /** Alone. */
    public ObjectNode single(User user, boolean toAdmin) {
        return show(user, toAdmin ? keys.adminSingle() : keys.profile());
    }

    /** To the user himself; whether Admin Mode is on makes no difference here. */
    public ObjectNode own(User user) {
        return show(user, user.admin() ? keys.admin() : keys.own());
    }

    private ObjectNode show(User user, List<String> wanted) {
        ObjectNode node = Json.NODES.objectNode();
        wanted.forEach(key -> node.set(key, value(key, user)));
        return node;
    }

    private JsonNode value(String key, User user) {
        if (NULL.contains(key)) {
            return Json.NODES.nullNode();
        }
        if (NO.contains(key)) {
            return Json.NODES.booleanNode(false);
        }
        if (EMPTY_TEXT.contains(key)) {
            return Json.NODES.stringNode("");
        }
        return EMPTY_LIST.contains(key) ? Json.NODES.arrayNode() : ownValue(key, user);
    }

    private JsonNode ownValue(String key, User user) {
        return switch (key) {
            case "id", "namespace_id" -> Json.NODES.numberNode(user.id());
            case "username" -> Json.NODES.stringNode(user.username());
            case "name" -> Json.NODES.stringNode(user.name());
            case "state" -> Json.NODES.stringNode(user.state().word());
            case "avatar_url" -> Json.NODES.stringNode(avatar(user));
            case "web_url" -> Json.NODES.stringNode(instance.url("/" + user.username()));
            case "created_at", "confirmed_at" -> Json.time(user.createdAt());
            case "email", "commit_email" -> Json.NODES.stringNode(email(user));
            case "theme_id" -> Json.NODES.numberNode(3);
            case "color_scheme_id" -> Json.NODES.numberNode(1);
            case "projects_limit" -> Json.NODES.numberNode(100_000);
            case "can_create_group", "can_create_project" -> Json.NODES.booleanNode(true);
            case "is_admin" -> Json.NODES.booleanNode(user.admin());
            case "highest_role", "sign_in_count" -> Json.NODES.numberNode(0);
            default -> throw new IllegalArgumentException("a profile asks for the unknown user key " + key);
        };
    }

    private static String avatar(User user) {
        return "https://www.gravatar.com/avatar/" + Digest.of(email(user)).hex() + "?s=80&d=identicon";
    }

    private static String email(User user) {
        return user.username() + "@example.test";
    }
}
