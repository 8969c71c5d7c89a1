package dev.koshin.apply.kubernetes;

import dev.koshin.kubernetes.Cluster;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Use;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Impact;
import dev.koshin.spi.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Deployments whose pods read the value when they start. */
public final class KubernetesConsumers implements Consumers {
    /** Questions that were under way when the limit came. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final Workloads workloads;
    private final RolloutOptions options;
    private final Pauses pauses;
    private final InstantSource clock;

    private KubernetesConsumers(Cluster cluster, RolloutOptions options, Pauses pauses, InstantSource clock) {
        this.workloads = new Workloads(cluster, options.namespace());
        this.options = options;
        this.pauses = pauses;
        this.clock = clock;
    }

    /** Nothing is asked before the first question. */
    public static Consumers of(Cluster cluster, RolloutOptions options, Pauses pauses, InstantSource clock) {
        return new KubernetesConsumers(cluster, options, pauses, clock);
    }

    /**
     * Restarts the Deployments of which not every pod holds {@code fresh}, and waits for them. The answer says for each
     * how that was proven: {@code ita-api-admin (2 pods, environment compared)}.
     */
    @Override
    public Effect<List<String>> apply(Fingerprint fresh) {
        Instant deadline = clock.instant().plus(options.limit());
        List<String> names = new ArrayList<>();
        for (String deployment : options.deployments()) {
            Restart restart = new Restart(workloads, options, new Restart.Timer(pauses, clock, deadline), fresh);
            Effect<String> ending = restart.of(deployment);
            if (!(ending instanceof Effect.Done<String>(String name))) {
                return ending.map(List::of);
            }
            names.add(name);
        }
        return new Effect.Done<>(List.copyOf(names));
    }

    /** None: a pod that starts reads the Secret, and {@link #apply} waits until the older ones are gone. */
    @Override
    public Effect<SortedSet<Use>> running(Fingerprint fresh) {
        return new Effect.Done<>(new TreeSet<>());
    }

    @Override
    public Impact impact() {
        return new Impact(options.deployments(), List.of(), "");
    }

    @Override
    public Duration longest() {
        return options.limit().plus(REST);
    }
}
