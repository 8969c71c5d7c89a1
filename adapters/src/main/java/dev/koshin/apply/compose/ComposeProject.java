package dev.koshin.apply.compose;

import dev.koshin.model.Fingerprint;
import dev.koshin.process.Runner;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Pauses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A docker compose project on this machine. */
public final class ComposeProject {
    private final ComposeOptions options;
    private final Runner runner;
    private final Engines engines;

    private ComposeProject(ComposeOptions options, Runner runner) {
        this.options = options;
        this.runner = runner;
        this.engines = new Engines(options.engine(), options.directory(), runner);
    }

    /** Asks nothing yet. */
    public static ComposeProject of(ComposeOptions options, Runner runner) {
        return new ComposeProject(options, runner);
    }

    /** Its services that read the value. */
    public Consumers consumers(InstantSource clock, Pauses pauses) {
        Recreating recreating = new Recreating(options, engines, runner, clock, pauses);
        return new ComposeConsumers(options, engines, recreating, clock);
    }

    /** What runs of the services that read the value, those that are late included. */
    public Effect<List<ServiceState>> look() {
        Effect<List<ServiceState>> states = new Effect.Done<>(List.of());
        for (String service : options.everyone()) {
            states = states.flatMap(before -> engines.of(service).map(containers -> {
                List<ServiceState> more = new ArrayList<>(before);
                containers.forEach(one -> more.add(new ServiceState(
                        service, one.shortId(), one.runs(), one.loops(), one.restarts(), one.words())));
                return more;
            }));
        }
        return states;
    }

    /**
     * Runs a program that changes nothing in a running container; {@code container} as the engine knows it.
     *
     * @return its standard output, whatever its status; refused if it could not be run
     */
    public Effect<String> ask(String container, List<String> words, Duration limit) {
        return engines.ask(container, words, limit);
    }

    /**
     * One container of a service.
     *
     * @param loops whether it is started again and again
     * @param words the fingerprints of the words in its environment
     */
    public record ServiceState(
            String service, String container, boolean runs, boolean loops, int restarts, Set<Fingerprint> words) {
        /** Whether {@code value} stands somewhere in its environment, such as in a script. */
        public boolean holds(Fingerprint value) {
            return words.contains(value);
        }
    }
}
