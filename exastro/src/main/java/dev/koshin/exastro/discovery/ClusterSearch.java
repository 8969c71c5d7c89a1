package dev.koshin.exastro.discovery;

import dev.koshin.exastro.RootToken;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Asks everything about one release in a cluster; only reads. */
final class ClusterSearch {
    private final Doors doors;
    private final Resources resources;

    ClusterSearch(Doors doors, Resources resources) {
        this.doors = doors;
        this.resources = resources;
    }

    ClusterFacts of(String namespace, Access access, Optional<Path> values, Path here) {
        ClusterParts parts = ClusterParts.of(resources, namespace);
        Database database = parts.itaDatabase();
        Reached gitlab = Reached.of(
                ClusterAddresses.of(
                        namespace,
                        parts,
                        found("api/v1/namespaces/" + namespace + "/services/" + RootToken.GITLAB),
                        found("apis/networking.k8s.io/v1/namespaces/" + namespace + "/ingresses"),
                        resources.server()),
                doors);
        return new ClusterFacts(
                namespace,
                access,
                parts,
                Values.of(values, here),
                gitlab,
                database.isBundled() ? Optional.empty() : database.door().filter(doors::connects));
    }

    private Optional<JsonNode> found(String path) {
        return resources.object(path).value().flatMap(one -> one);
    }
}
