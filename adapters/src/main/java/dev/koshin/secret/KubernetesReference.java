package dev.koshin.secret;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One key of a Secret in a cluster.
 *
 * @param kubeconfig empty: what kubectl would use
 * @param context empty: the current one
 */
public record KubernetesReference(
        String namespace, String name, String key, Optional<Path> kubeconfig, Optional<String> context) {
    @Override
    public String toString() {
        String cluster = context.map(one -> " in " + one).orElse("");
        return key + " of Secret " + namespace + "/" + name + cluster;
    }
}
