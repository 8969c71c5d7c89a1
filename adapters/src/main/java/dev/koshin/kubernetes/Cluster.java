package dev.koshin.kubernetes;

import dev.koshin.spi.Pauses;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A Kubernetes cluster. Nothing is read, loaded or connected before the first call. May be used by many threads; closed
 * once, with the installation.
 */
public final class Cluster implements AutoCloseable {
    private static final int TRIES = 4;
    private static final Duration LONGEST_REST = Duration.ofSeconds(10);

    private final ClusterOptions options;
    private final Pauses pauses;
    private Optional<Wire> wire = Optional.empty();

    private Cluster(ClusterOptions options, Pauses pauses) {
        this.options = options;
        this.pauses = pauses;
    }

    /** A cluster that is reached when it is needed. */
    public static Cluster of(ClusterOptions options, Pauses pauses) {
        return new Cluster(options, pauses);
    }

    /** For people, and the same in every run: {@code what}, with the context if one was chosen. */
    public String locate(String what) {
        return options.context().map(context -> what + " in " + context).orElse(what);
    }

    /** For people: the address of the API server, or the kubeconfig that should tell it. */
    public synchronized String address() {
        return wire.map(Wire::address)
                .or(() -> options.kubeconfig().map(Object::toString))
                .orElse("Kubernetes");
    }

    /**
     * Makes one call. It is repeated only where the API server asks to come again after a moment (429), as then it did
     * nothing.
     */
    public Answer call(ApiRequest request) {
        return switch (wire()) {
            case Wire.Unusable(String why) -> new Answer.Unsent(why);
            case Wire.Usable(Wire open) -> call(open, request);
        };
    }

    private Answer call(Wire open, ApiRequest request) {
        Answer answer = open.send(request);
        for (int i = 1; i < TRIES; i++) {
            Optional<Duration> rest = rest(answer);
            if (rest.isEmpty()) {
                return answer;
            }
            pauses.pause(rest.get());
            answer = open.send(request);
        }
        return answer;
    }

    private static Optional<Duration> rest(Answer answer) {
        return answer instanceof Answer.Refused(int status, String _, Optional<Duration> again) && status == 429
                ? again.filter(time -> time.compareTo(LONGEST_REST) <= 0)
                : Optional.empty();
    }

    /** Runs {@code command} in a container of a pod, without a shell, an input or a terminal. */
    public Executed run(String namespace, String pod, String container, List<String> command) {
        return switch (wire()) {
            case Wire.Unusable(String why) -> new Executed.Failed(why);
            case Wire.Usable(Wire open) -> open.run(namespace, pod, container, command);
        };
    }

    /** A kubeconfig that cannot be used is read again at the next call. */
    private synchronized Wire.Opened wire() {
        if (wire.isPresent()) {
            return new Wire.Usable(wire.get());
        }
        Wire.Opened opened = Wire.open(options);
        if (opened instanceof Wire.Usable(Wire open)) {
            wire = Optional.of(open);
        }
        return opened;
    }

    @Override
    public synchronized void close() {
        wire.ifPresent(Wire::close);
        wire = Optional.empty();
    }
}
