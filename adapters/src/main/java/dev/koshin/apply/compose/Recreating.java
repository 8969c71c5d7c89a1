package dev.koshin.apply.compose;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.process.Ended;
import dev.koshin.process.Excerpts;
import dev.koshin.process.Runner;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes one service hold a value: recreates it if it does not, and waits until it does and is well. */
final class Recreating {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** A program that cannot start with its new environment ends within seconds. */
    private static final Duration PROBATION = Duration.ofSeconds(5);

    private final ComposeOptions options;
    private final Engines engines;
    private final Runner runner;
    private final InstantSource clock;
    private final Pauses pauses;

    Recreating(ComposeOptions options, Engines engines, Runner runner, InstantSource clock, Pauses pauses) {
        this.options = options;
        this.engines = engines;
        this.runner = runner;
        this.clock = clock;
        this.pauses = pauses;
    }

    /** Done with a name for {@code service} that says what was found; a service that has no container stays so. */
    Effect<String> toHold(String service, Fingerprint fresh) {
        return engines.of(service).flatMap(containers -> {
            if (containers.isEmpty()) {
                return new Effect.Done<>(service + " (no container)");
            }
            return containers.stream().allMatch(one -> one.holds(fresh) && one.runs())
                    ? well(service, fresh)
                    : recreated(service).flatMap(_ -> well(service, fresh));
        });
    }

    private Effect<String> recreated(String service) {
        List<String> words = Stream.concat(
                        options.engine().compose().stream(), Stream.of("up", "--detach", "--no-deps", service))
                .toList();
        return ended(service, runner.run(engines.command(words, options.limit())));
    }

    /** Runs the installer, which recreates what it thinks has changed: it keeps the {@code .env} and deploys. */
    Effect<String> setUp() {
        return ended(
                "setup.sh",
                runner.run(engines.command(List.of("sh", "setup.sh", "install"), options.limit())
                        .input(Secret.of("n\ny\n"))));
    }

    private static Effect<String> ended(String what, Ended ended) {
        return switch (ended) {
            case Ended.Exited(int status, String _, String err) ->
                status == 0
                        ? new Effect.Done<>(what)
                        : new Effect.Unclear<>(
                                Problem.of(Reason.APPLY_FAILED, what, "status " + status + ", " + Excerpts.last(err)));
            case Ended.NotStarted(String why) -> new Effect.Refused<>(Problem.of(Reason.APPLY_FAILED, what, why));
            case Ended.TimedOut(Duration limit) ->
                new Effect.Unclear<>(Problem.of(Reason.APPLY_FAILED, what, "not done in " + limit.toSeconds() + " s"));
            case Ended.Interrupted _ -> new Effect.Unclear<>(Problem.of(Reason.APPLY_FAILED, what, "interrupted"));
        };
    }

    /** Waits until all containers of {@code service} hold the value and are well. */
    Effect<String> well(String service, Fingerprint fresh) {
        Instant end = clock.instant().plus(options.limit());
        while (true) {
            Effect<List<Container>> seen = engines.of(service);
            if (!(seen instanceof Effect.Done<List<Container>>(List<Container> containers))) {
                return seen.map(_ -> service);
            }
            Optional<String> ill = illness(containers, fresh);
            if (ill.isEmpty()) {
                return new Effect.Done<>(name(service, containers));
            }
            if (!clock.instant().isBefore(end) || Thread.currentThread().isInterrupted()) {
                return new Effect.Refused<>(Problem.of(Reason.APPLY_FAILED, service, ill.get()));
            }
            if (containers.stream().anyMatch(one -> one.runs() && !one.holds(fresh))) {
                return new Effect.Refused<>(Problem.of(Reason.CONSUMER_HOLDS_OTHER, service, names(containers)));
            }
            pauses.pause(LOOK_AGAIN);
        }
    }

    private Optional<String> illness(List<Container> containers, Fingerprint fresh) {
        return containers.isEmpty()
                ? Optional.of("no container")
                : containers.stream()
                        .flatMap(one -> illness(one, fresh).stream())
                        .findFirst();
    }

    private Optional<String> illness(Container one, Fingerprint fresh) {
        if (one.loops()) {
            return Optional.of("container " + one.shortId() + " restarts again and again: " + one.restarts());
        }
        if (!one.runs() || !one.holds(fresh)) {
            return Optional.of("container " + one.shortId() + " is " + one.status());
        }
        boolean well = one.health().isEmpty()
                ? onProbation(one).isEmpty()
                : one.health().equals("healthy");
        return well ? Optional.empty() : Optional.of("container " + one.shortId() + " is not healthy yet");
    }

    /** Without a check of its own, a container is taken to be well once it has run for some seconds. */
    private Optional<Container> onProbation(Container one) {
        return one.started()
                .filter(start -> clock.instant().isBefore(start.plus(PROBATION)))
                .map(_ -> one);
    }

    private static String name(String service, List<Container> containers) {
        boolean healthy = containers.stream().allMatch(one -> one.health().equals("healthy"));
        return service + " (" + names(containers) + (healthy ? ", healthy)" : ")");
    }

    private static String names(List<Container> containers) {
        List<String> names = new ArrayList<>();
        containers.forEach(one -> names.add("container " + one.shortId()));
        return String.join(", ", names);
    }
}
