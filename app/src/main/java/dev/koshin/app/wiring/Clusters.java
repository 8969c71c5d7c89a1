package dev.koshin.app.wiring;

import dev.koshin.kubernetes.Cluster;
import dev.koshin.kubernetes.ClusterOptions;
import dev.koshin.model.Secret;
import dev.koshin.secret.KubernetesReference;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Target;
import dev.koshin.target.kubernetessecret.KubernetesSecretTargets;

/** Finds the clusters that references name. */
final class Clusters {
    private Clusters() {}

    /** Asks once, and keeps nothing open. */
    static Effect<Secret> read(KubernetesReference reference) {
        try (Cluster cluster = of(reference)) {
            return KubernetesSecretTargets.read(cluster, reference.namespace(), reference.name(), reference.key());
        }
    }

    static Target target(KubernetesReference reference, Closing closing) {
        Cluster cluster = of(reference);
        closing.add(cluster::close);
        return KubernetesSecretTargets.of(cluster, reference.namespace(), reference.name(), reference.key());
    }

    private static Cluster of(KubernetesReference reference) {
        return Cluster.of(ClusterOptions.of(reference.kubeconfig(), reference.context()), Wiring::pause);
    }
}
