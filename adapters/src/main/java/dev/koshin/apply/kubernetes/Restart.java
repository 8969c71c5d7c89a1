package dev.koshin.apply.kubernetes;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One Deployment on its way to hold the new value. */
final class Restart {
    private final Workloads workloads;
    private final RolloutOptions options;
    private final Timer timer;
    private final Fingerprint fresh;

    Restart(Workloads workloads, RolloutOptions options, Timer timer, Fingerprint fresh) {
        this.workloads = workloads;
        this.options = options;
        this.timer = timer;
        this.fresh = fresh;
    }

    /** How long may be waited. */
    record Timer(Pauses pauses, InstantSource clock, Instant deadline) {
        private static final Duration STEP = Duration.ofSeconds(2);

        boolean isOver() {
            return !clock.instant().isBefore(deadline) || Thread.currentThread().isInterrupted();
        }

        void pause() {
            pauses.pause(STEP);
        }

        /** Kubernetes restarts only if this differs from the last one. */
        String mark() {
            return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        }
    }

    /** Its name, and how it is proven that its pods hold the new value. */
    Effect<String> of(String name) {
        return workloads
                .deployment(name)
                .flatMap(found -> found.map(deployment -> of(name, deployment))
                        .orElseGet(() -> new Effect.Done<>(name + " (missing, nothing to restart)")));
    }

    private Effect<String> of(String name, Deployment deployment) {
        if (deployment.replicas() == 0) {
            return new Effect.Done<>(name + " (scaled to 0, nothing to restart)");
        }
        List<Source> sources = deployment.sources(options.variable(), options.secrets());
        return sources.isEmpty()
                ? refused(name, "takes no " + options.variable() + " from " + String.join(", ", options.secrets()))
                : Proof.begin(workloads, options.variable(), sources, fresh)
                        .flatMap(proof -> new Running(name, deployment, proof).begin());
    }

    private <T> Effect<T> refused(String name, String why) {
        return new Effect.Refused<>(Workloads.problem(workloads.label("Deployment", name), why));
    }

    /** A Deployment that exists and runs. */
    private final class Running {
        private final String name;
        private final Deployment first;
        private final Proof proof;

        Running(String name, Deployment first, Proof proof) {
            this.name = name;
            this.first = first;
            this.proof = proof;
        }

        /** Nothing is restarted where no pod runs with another value. */
        Effect<String> begin() {
            return pods(first)
                    .flatMap(pods -> pods.stream().anyMatch(proof::showsOther)
                            ? restarted()
                            : rolledOut(first.generation(), Optional.empty()));
        }

        private Effect<List<Pod>> pods(Deployment deployment) {
            return workloads.pods(name, deployment.selector());
        }

        private Effect<String> restarted() {
            String mark = timer.mark();
            return workloads
                    .restart(name, mark)
                    .flatMap(deployment -> unclear(rolledOut(deployment.generation(), Optional.of(mark))));
        }

        /** After the restart began, nobody can say that nothing happened. */
        private Effect<String> unclear(Effect<String> ending) {
            return ending instanceof Effect.Refused<String>(Problem problem) ? new Effect.Unclear<>(problem) : ending;
        }

        private Effect<String> rolledOut(long generation, Optional<String> mark) {
            return awaited(generation).flatMap(pods -> judged(pods, mark));
        }

        private Effect<String> judged(List<Pod> pods, Optional<String> mark) {
            List<Pod> open = proof.without(pods, mark);
            if (open.isEmpty()) {
                String count = pods.size() == 1 ? "1 pod" : pods.size() + " pods";
                return new Effect.Done<>(name + " (" + count + ", " + proof.how() + ")");
            }
            return mark.isPresent()
                    ? refused(name, "pod " + open.getFirst().name() + " does not hold the new value")
                    : restarted();
        }

        /** The pods, once all are new and the old ones are gone. */
        private Effect<List<Pod>> awaited(long generation) {
            for (; ; timer.pause()) {
                Effect<Optional<Deployment>> seen = workloads.deployment(name);
                if (!(seen instanceof Effect.Done<Optional<Deployment>>(Optional<Deployment> found))) {
                    return seen.map(_ -> List.of());
                }
                if (found.isEmpty()) {
                    return refused(name, "was deleted meanwhile");
                }
                Effect<List<Pod>> pods = pods(found.get());
                if (!(pods instanceof Effect.Done<List<Pod>>(List<Pod> all))
                        || (found.get().isRolledOut(generation) && all.stream().noneMatch(Pod::isTerminating))) {
                    return pods;
                }
                if (found.get().isPaused() || found.get().isStuck(generation) || timer.isOver()) {
                    return refused(name, new Obstacle(workloads, found.get(), all).text());
                }
            }
        }
    }
}
