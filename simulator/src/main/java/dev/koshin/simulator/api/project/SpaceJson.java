package dev.koshin.simulator.api.project;

import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Instance;
import dev.koshin.simulator.profile.Minor;
import dev.koshin.simulator.state.Place;
import dev.koshin.simulator.state.Space;
import dev.koshin.simulator.state.Spaces;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Projects and groups as a release of GitLab shows them. */
final class SpaceJson {
    private static final List<String> LINKS = List.of(
            "self", "issues", "merge_requests", "repo_branches", "labels", "events", "members", "cluster_agents");
    private static final List<String> SINGLE_ONLY = List.of("import_error", "permissions");
    private static final List<String> TOP_ONLY = List.of(
            "enabled_git_access_protocol",
            "prevent_sharing_groups_outside_hierarchy",
            "duo_namespace_access_rules",
            "service_access_tokens_expiration_enforced");

    private final Instance instance;
    private final Template project;
    private final Template group;

    SpaceJson(Instance instance) {
        Minor release = instance.profile().minor();
        this.instance = instance;
        this.project = Template.read("project.json", release);
        this.group = Template.read("group.json", release);
    }

    ObjectNode single(Space space, Call call) {
        ObjectNode node = listed(space, call);
        if (space.place().kind() == Place.Kind.PROJECT) {
            node.putNull("import_error");
            node.set("permissions", permissions(space, call));
        }
        return node;
    }

    ObjectNode listed(Space space, Call call) {
        return switch (space.place().kind()) {
            case PROJECT -> project(space, call);
            case GROUP -> group(space, call);
        };
    }

    private ObjectNode project(Space space, Call call) {
        String url = instance.url("/" + space.path());
        ObjectNode node = project.copy();
        SINGLE_ONLY.forEach(node::remove);
        common(node, space);
        node.put("path_with_namespace", space.path())
                .put("name_with_namespace", spaced(space.path()))
                .put("web_url", url)
                .put("http_url_to_repo", url + ".git")
                .put("ssh_url_to_repo", "ssh://git@" + instance.externalUrl().getHost() + "/" + space.path() + ".git");
        node.set("last_activity_at", Json.time(space.createdAt()));
        node.set("updated_at", Json.time(space.createdAt()));
        node.set("namespace", namespace(space, call));
        node.set("_links", links(space));
        if (call.caller().hasAdminPower()) {
            node.put("repository_storage", "default");
        }
        return node;
    }

    private ObjectNode group(Space space, Call call) {
        ObjectNode node = group.copy();
        common(node, space);
        node.put("web_url", instance.url("/groups/" + space.path()))
                .put("full_name", spaced(space.path()))
                .put("full_path", space.path());
        Optional<Space> parent = call.state().spaces().find(Place.Kind.GROUP, space.parent());
        parent.ifPresent(above -> node.put("parent_id", above.place().id()));
        if (parent.isPresent()) {
            TOP_ONLY.forEach(node::remove);
        }
        ArrayNode projects = node.putArray("projects");
        call.state().spaces().all(Place.Kind.PROJECT).stream()
                .filter(inside -> inside.parent().equalsIgnoreCase(space.path()))
                .forEach(inside -> projects.add(project(inside, call)));
        return node;
    }

    private static void common(ObjectNode node, Space space) {
        node.put("id", space.place().id())
                .put("name", space.name())
                .put("path", space.leaf())
                .put("visibility", space.open() ? "public" : "private");
        node.set("created_at", Json.time(space.createdAt()));
    }

    /** The group or the user in whose name space a project lies. */
    private JsonNode namespace(Space space, Call call) {
        Optional<Space> above = call.state().spaces().find(Place.Kind.GROUP, space.parent());
        String web = above.isPresent() ? "/groups/" + space.parent() : "/" + space.parent();
        ObjectNode node = Json.NODES
                .objectNode()
                .put("id", above.map(parent -> parent.place().id()).orElse(1L))
                .put("name", above.map(Space::name).orElse(space.parent()))
                .put("path", space.parent().substring(space.parent().lastIndexOf('/') + 1))
                .put("kind", above.isPresent() ? "group" : "user")
                .put("full_path", space.parent());
        node.putNull("parent_id").putNull("avatar_url");
        return node.put("web_url", instance.url(web));
    }

    private ObjectNode links(Space space) {
        String self = instance.url("/api/v4/projects/" + space.place().id());
        ObjectNode node = Json.NODES.objectNode();
        LINKS.forEach(name -> node.put(
                name,
                switch (name) {
                    case "self" -> self;
                    case "repo_branches" -> self + "/repository/branches";
                    default -> self + "/" + name;
                }));
        return node;
    }

    private static ObjectNode permissions(Space space, Call call) {
        Spaces spaces = call.state().spaces();
        ObjectNode node = Json.NODES.objectNode();
        node.set("project_access", access(spaces, space, call));
        node.set(
                "group_access",
                spaces.find(Place.Kind.GROUP, space.parent())
                        .map(group -> access(spaces, group, call))
                        .orElseGet(Json.NODES::nullNode));
        return node;
    }

    private static JsonNode access(Spaces spaces, Space space, Call call) {
        int level = call.caller()
                .known()
                .map(known ->
                        spaces.members(space.place()).getOrDefault(known.user().id(), 0))
                .orElse(0);
        return level == 0
                ? Json.NODES.nullNode()
                : Json.NODES.objectNode().put("access_level", level).put("notification_level", 3);
    }

    private static String spaced(String path) {
        return path.replace("/", " / ");
    }
}
