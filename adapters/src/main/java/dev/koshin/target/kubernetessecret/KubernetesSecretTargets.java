package dev.koshin.target.kubernetessecret;

import dev.koshin.kubernetes.Cluster;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;

/** Makes targets of keys of Secrets. */
public final class KubernetesSecretTargets {
    private KubernetesSecretTargets() {}

    /** One key of a Secret; nothing is asked before the first question. */
    public static Target of(Cluster cluster, String namespace, String secret, String key) {
        return new KubernetesSecretTarget(new SecretCalls(cluster, namespace, secret), key);
    }

    /** What the key holds now, for one that only reads. */
    public static Effect<Secret> read(Cluster cluster, String namespace, String secret, String key) {
        Target target = of(cluster, namespace, secret, key);
        return target.read().flatMap(held -> switch (held) {
            case Held.Value(Secret value) -> new Effect.Done<>(value);
            case Held.Nothing() ->
                new Effect.Refused<>(
                        Problem.of(Reason.TARGET_ROW_MISSING, target.name().value()));
        });
    }
}
