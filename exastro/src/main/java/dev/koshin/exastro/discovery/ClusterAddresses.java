package dev.koshin.exastro.discovery;

import dev.koshin.exastro.RootToken;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Where the GitLab of a cluster may be, as seen from this host; likeliest first. A Service of the usual type has no
 * address outside of the cluster: then somebody must forward a port.
 */
final class ClusterAddresses {
    private final String namespace;
    private final ClusterParts parts;

    private ClusterAddresses(String namespace, ClusterParts parts) {
        this.namespace = namespace;
        this.parts = parts;
    }

    /**
     * Of the namespace that {@code parts} are about.
     *
     * @param service of GitLab, if it could be read
     * @param ingresses of the namespace, if they could be read
     * @param server the address of the API server, at whose host node ports are often open
     */
    static List<URI> of(
            String namespace,
            ClusterParts parts,
            Optional<JsonNode> service,
            Optional<JsonNode> ingresses,
            String server) {
        ClusterAddresses all = new ClusterAddresses(namespace, parts);
        Stream<String> texts = parts.bundled()
                ? Stream.of(
                                ingresses.stream().flatMap(ClusterAddresses::ingresses),
                                service.stream().flatMap(all::balanced),
                                service.stream().flatMap(one -> all.node(one, server)),
                                Stream.of(all.at("127.0.0.1"), all.inside()))
                        .flatMap(one -> one)
                : all.external();
        return texts.flatMap(text -> Addresses.url(text).stream()).distinct().toList();
    }

    private String protocol() {
        return parts.gitlab("GITLAB_PROTOCOL").filter(text -> !text.isBlank()).orElse("http");
    }

    private String at(String host) {
        return protocol() + "://" + host + ":" + parts.gitlabPort();
    }

    /** For a Koshin that runs in the cluster itself. */
    private String inside() {
        return at(RootToken.GITLAB + "." + namespace + ".svc");
    }

    private Stream<String> external() {
        String host = parts.gitlab("GITLAB_HOST").orElse("");
        boolean usual =
                parts.gitlab("GITLAB_PORT").filter(text -> !text.isBlank()).isEmpty();
        return usual ? Stream.of(protocol() + "://" + host) : Stream.of(at(host));
    }

    private static Stream<String> ingresses(JsonNode list) {
        return list.path("items")
                .valueStream()
                .flatMap(one -> one.at("/spec/rules")
                        .valueStream()
                        .filter(ClusterAddresses::leadsToGitLab)
                        .map(rule -> rule.path("host").asString(""))
                        .map(host -> (encrypts(one, host) ? "https://" : "http://") + host));
    }

    private static boolean leadsToGitLab(JsonNode rule) {
        return rule.at("/http/paths")
                .valueStream()
                .anyMatch(path -> path.at("/backend/service/name").asString("").equals(RootToken.GITLAB));
    }

    private static boolean encrypts(JsonNode ingress, String host) {
        return ingress.at("/spec/tls")
                .valueStream()
                .flatMap(tls -> tls.path("hosts").valueStream())
                .anyMatch(one -> one.asString("").equals(host));
    }

    private Stream<String> balanced(JsonNode service) {
        return service.at("/status/loadBalancer/ingress")
                .valueStream()
                .map(one -> one.path("hostname").asString(one.path("ip").asString("")))
                .map(this::at);
    }

    private Stream<String> node(JsonNode service, String server) {
        return Addresses.url(server).map(URI::getHost).stream()
                .flatMap(host -> service.at("/spec/ports")
                        .valueStream()
                        .filter(port -> port.path("nodePort").asInt(0) > 0)
                        .map(port -> protocol() + "://" + host + ":"
                                + port.path("nodePort").asInt(0)));
    }
}
