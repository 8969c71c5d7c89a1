package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Secret;
import dev.koshin.simulator.Simulator;
import dev.koshin.simulator.SimulatorOptions;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.Seeds;
import dev.koshin.spi.Effect;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A pretend GitLab with the installation of Exastro's manual, and a client before it. */
final class Simulation implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.parse("2026-07-01");

    final List<Duration> waits = new CopyOnWriteArrayList<>();
    final Simulator simulator;
    final GitLabRest gitlab;

    Simulation() {
        this(Seeds.exastroManual(TODAY));
    }

    /** Both clocks run, and start at noon of {@link #TODAY}. */
    Simulation(Seed seed) {
        Instant noon = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
        InstantSource system = InstantSource.system();
        InstantSource local = InstantSource.offset(system, Duration.between(system.instant(), noon));
        Secret root = Secret.of(seed.valueFor("root"));
        this.simulator =
                Simulator.start(SimulatorOptions.defaults().withSeed(seed).withClockStart(noon));
        this.gitlab =
                new GitLabRest(GitLabRestOptions.of(simulator.uri(), () -> new Effect.Done<>(root), local, waits::add));
    }

    @Override
    public void close() {
        gitlab.close();
        simulator.close();
    }
}
