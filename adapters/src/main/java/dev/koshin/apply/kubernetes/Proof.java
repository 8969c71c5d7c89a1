package dev.koshin.apply.kubernetes;

import dev.koshin.kubernetes.Executed;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells whether pods hold the new value: by their environment, or where that may not be read, by the times at which
 * they were started and the Secret was changed.
 */
final class Proof {
    /** Clocks of nodes and of the API server may differ by this much. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Workloads workloads;
    private final String variable;
    private final Map<Source, Optional<Instant>> changes;
    private final Fingerprint fresh;
    private boolean forbidden;
    private boolean timesUsed;

    private Proof(Workloads workloads, String variable, Map<Source, Optional<Instant>> changes, Fingerprint fresh) {
        this.workloads = workloads;
        this.variable = variable;
        this.changes = changes;
        this.fresh = fresh;
    }

    /** Refused if a Secret does not hold the new value: whoever starts now would not get it. */
    static Effect<Proof> begin(Workloads workloads, String variable, List<Source> sources, Fingerprint fresh) {
        Map<Source, Optional<Instant>> changes = new HashMap<>();
        for (Source source : sources) {
            Effect<HeldSecret> read = workloads.secret(source.secret());
            if (!(read instanceof Effect.Done<HeldSecret>(HeldSecret secret))) {
                return read.map(_ -> new Proof(workloads, variable, changes, fresh));
            }
            if (!secret.holds(source.key(), fresh)) {
                return new Effect.Refused<>(Workloads.problem(
                        workloads.label("Secret", source.secret()), source.key() + " does not hold the new value"));
            }
            changes.put(source, secret.changed(source.key()));
        }
        return new Effect.Done<>(new Proof(workloads, variable, changes, fresh));
    }

    /**
     * Those that do not show that they run with the new value. {@code mark}: the restart that began after the Secret
     * was read.
     */
    List<Pod> without(List<Pod> pods, Optional<String> mark) {
        timesUsed = false;
        return pods.stream().filter(pod -> !shows(pod, mark)).toList();
    }

    /** In words for the answer. */
    String how() {
        return !timesUsed ? "environment compared" : "start times compared";
    }

    /**
     * Whether a container of this pod runs with another value, or may do so; one that starts later reads the new one.
     */
    boolean showsOther(Pod pod) {
        return !pod.isTerminating()
                && changes.keySet().stream()
                        .anyMatch(source ->
                                pod.started(source.container()).isPresent() && !shows(pod, source, Optional.empty()));
    }

    private boolean shows(Pod pod, Optional<String> mark) {
        return changes.keySet().stream().allMatch(source -> shows(pod, source, mark));
    }

    private boolean shows(Pod pod, Source source, Optional<String> mark) {
        return environment(pod, source).orElseGet(() -> {
            timesUsed = true;
            return mark.filter(pod::wasMadeBy).isPresent() || isYounger(pod, source);
        });
    }

    private boolean isYounger(Pod pod, Source source) {
        Optional<Instant> changed = changes.getOrDefault(source, Optional.empty());
        Optional<Instant> started = pod.started(source.container());
        return changed.isPresent()
                && started.isPresent()
                && started.get().isAfter(changed.get().plus(MARGIN));
    }

    /** Empty if the environment does not tell; who is forbidden once does not ask again. */
    private Optional<Boolean> environment(Pod pod, Source source) {
        if (forbidden) {
            return Optional.empty();
        }
        Executed answer = workloads.printenv(pod.name(), source.container(), variable);
        forbidden = answer instanceof Executed.Forbidden;
        return answer instanceof Executed.Ended(boolean succeeded, String out) && succeeded
                ? Optional.of(isFresh(out))
                : Optional.empty();
    }

    private boolean isFresh(String printed) {
        String value = printed.endsWith("\n") ? printed.substring(0, printed.length() - 1) : printed;
        return !value.isBlank() && Secret.of(value).fingerprint().equals(fresh);
    }
}
