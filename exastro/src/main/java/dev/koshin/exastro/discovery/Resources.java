package dev.koshin.exastro.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.kubernetes.Answer;
import dev.koshin.kubernetes.ApiRequest;
import dev.koshin.kubernetes.Cluster;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads objects of a cluster. Of Secrets only the names of their keys are kept, and a login name. */
final class Resources {
    private static final int NOT_FOUND = 404;

    private final Cluster cluster;

    Resources(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The address of the API server. */
    String server() {
        return cluster.address();
    }

    /** An object; empty if there is none. */
    Look<Optional<JsonNode>> object(String path) {
        return switch (cluster.call(ApiRequest.get(path))) {
            case Answer.Done(JsonNode body) -> new Look.Seen<>(Optional.of(body));
            case Answer.Refused(int status, String why, Optional<Duration> _) ->
                status == NOT_FOUND ? new Look.Seen<>(Optional.empty()) : new Look.Unseen<>(why);
            case Answer.Unsent(String why) -> new Look.Unseen<>(why);
            case Answer.Lost(String why) -> new Look.Unseen<>(why);
        };
    }

    /** The namespaces that have a Deployment of this name. */
    Look<List<String>> namespacesWith(String deployment) {
        return object("apis/apps/v1/deployments?fieldSelector=" + ApiRequest.word("metadata.name=" + deployment))
                .flatMap(found -> new Look.Seen<>(found.stream()
                        .flatMap(list -> list.path("items").valueStream())
                        .filter(one -> one.at("/metadata/name").asString("").equals(deployment))
                        .map(one -> one.at("/metadata/namespace").asString(""))
                        .toList()));
    }

    Look<Optional<JsonNode>> deployment(String namespace, String name) {
        return object("apis/apps/v1/namespaces/" + namespace + "/deployments/" + name);
    }

    Look<Optional<Map<String, String>>> configMap(String namespace, String name) {
        return object("api/v1/namespaces/" + namespace + "/configmaps/" + name)
                .flatMap(found -> new Look.Seen<>(found.map(Resources::data)));
    }

    private static Map<String, String> data(JsonNode configMap) {
        Map<String, String> data = new HashMap<>();
        configMap
                .path("data")
                .properties()
                .forEach(one -> data.put(one.getKey(), one.getValue().asString("")));
        return data;
    }

    /** A Secret; its values go no further than this class. */
    Look<Optional<Kept>> secret(String namespace, String name, String login) {
        return object("api/v1/namespaces/" + namespace + "/secrets/" + name)
                .flatMap(found -> new Look.Seen<>(found.map(secret -> kept(secret.path("data"), login))));
    }

    private static Kept kept(JsonNode data, String login) {
        Set<String> keys = new TreeSet<>();
        data.properties().stream()
                .filter(one -> !one.getValue().asString("").isEmpty())
                .forEach(one -> keys.add(one.getKey()));
        return new Kept(keys, decoded(data.path(login).asString("")));
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), UTF_8))
                    .filter(name -> !name.isBlank());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * What is kept of a Secret.
     *
     * @param keys those that have a value
     * @param login the value of the one key that is a name and no secret
     */
    record Kept(Set<String> keys, Optional<String> login) {
        Kept {
            keys = Set.copyOf(keys);
        }
    }
}
