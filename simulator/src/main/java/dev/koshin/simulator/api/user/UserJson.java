package dev.koshin.simulator.api.user;

import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.profile.Entity;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.User;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.OptionalLong;
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
            "github");
    private static final Set<String> EMPTY_LIST = Set.of("identities", "scim_identities");
    private static final Set<String> NO =
            Set.of("locked", "external", "private_profile", "using_license_seat", "trial", "is_followed");
    private static final Set<String> NULL = Set.of(
            "public_email",
            "pronouns",
            "work_information",
            "local_time",
            "last_sign_in_at",
            "current_sign_in_at",
            "shared_runners_minutes_limit",
            "extra_shared_runners_minutes_limit",
            "email_reset_offered_at",
            "current_sign_in_ip",
            "last_sign_in_ip",
            "plan");

    /** Shown to others only. */
    private static final Set<String> FOLLOWING = Set.of("followers", "following", "is_followed");

    private final Instance instance;

    /** Shows users as this instance does. */
    public UserJson(Instance instance) {
        this.instance = instance;
    }

    /** In lists. */
    public ObjectNode listed(User user, Call call) {
        return show(user, call.caller().hasAdminPower() ? Entity.USER_ADMIN : Entity.USER_BASIC, call);
    }

    /** Alone. */
    public ObjectNode single(User user, Call call) {
        return show(user, call.caller().hasAdminPower() ? Entity.USER_ADMIN_SINGLE : Entity.USER_PROFILE, call);
    }

    /** To the user himself; whether Admin Mode is on makes no difference here. */
    public ObjectNode own(User user, Call call) {
        return show(user, user.admin() ? Entity.USER_ADMIN : Entity.USER_OWN, call);
    }

    /** As the owner or maker of something else, which shows less. */
    public ObjectNode mentioned(User user, Call call) {
        return show(user, Entity.USER_BASIC, call);
    }

    private ObjectNode show(User user, Entity entity, Call call) {
        boolean self = call.caller()
                .known()
                .filter(known -> known.user().id() == user.id())
                .isPresent();
        ObjectNode node = Json.NODES.objectNode();
        for (String key : instance.profile().keys(entity)) {
            if (!self || !FOLLOWING.contains(key)) {
                node.set(key, value(key, user, call));
            }
        }
        return node;
    }

    private JsonNode value(String key, User user, Call call) {
        return switch (key) {
            case "created_by" -> creator(user, call);
            case "last_activity_on" -> lastActivity(user, call);
            default -> value(key, user);
        };
    }

    /** The day on which a token of the user last worked. */
    private static JsonNode lastActivity(User user, Call call) {
        return call.state().tokens().of(user.id()).stream()
                .flatMap(token -> token.lastUsedAt().stream())
                .max(Comparator.naturalOrder())
                .<JsonNode>map(last -> Json.NODES.stringNode(
                        LocalDate.ofInstant(last, ZoneOffset.UTC).toString()))
                .orElseGet(Json.NODES::nullNode);
    }

    private JsonNode creator(User user, Call call) {
        OptionalLong id = user.account().creator();
        return id.isEmpty()
                ? Json.NODES.nullNode()
                : call.state()
                        .users()
                        .find(id.getAsLong())
                        .<JsonNode>map(admin -> mentioned(admin, call))
                        .orElseGet(Json.NODES::nullNode);
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
            case "email", "commit_email" -> Json.NODES.stringNode(user.account().email());
            case "theme_id" -> Json.NODES.numberNode(3);
            case "color_scheme_id" -> Json.NODES.numberNode(1);
            case "projects_limit" -> Json.NODES.numberNode(100_000);
            case "can_create_group", "can_create_project" -> Json.NODES.booleanNode(true);
            case "is_admin" -> Json.NODES.booleanNode(user.admin());
            case "note" -> user.account().creator().isPresent() ? Json.NODES.stringNode("") : Json.NODES.nullNode();
            case "bot" -> Json.NODES.booleanNode(user.account().bot());
            case "two_factor_enabled" -> Json.NODES.booleanNode(user.account().secondFactor());
            case "preferred_language" -> Json.NODES.stringNode("en");
            case "highest_role", "sign_in_count", "followers", "following" -> Json.NODES.numberNode(0);
            default -> throw new IllegalArgumentException("a profile asks for the unknown user key " + key);
        };
    }

    private static String avatar(User user) {
        return "https://www.gravatar.com/avatar/"
                + Digest.of(user.account().email()).hex() + "?s=80&d=identicon";
    }
}
