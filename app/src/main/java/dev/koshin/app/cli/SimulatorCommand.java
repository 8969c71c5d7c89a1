package dev.koshin.app.cli;

import dev.koshin.app.view.Screen;
import dev.koshin.simulator.Simulator;
import dev.koshin.simulator.SimulatorOptions;
import dev.koshin.simulator.rails.RailsScript;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs until it is interrupted. */
@Command(name = "simulator")
final class SimulatorCommand implements Callable<Integer> {
    @ParentCommand
    private Koshin koshin = Koshin.NONE;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "0")
    private int port;

    @Option(names = "--seed", paramLabel = "FILE")
    private @Nullable Path seed;

    @Option(names = "--latency", paramLabel = "MILLISECONDS", defaultValue = "0")
    private long latencyMillis;

    @Option(names = "--profile", paramLabel = "VERSION", defaultValue = "17.11")
    private String profile = "17.11";

    @Option(names = "--gitlab-rails", paramLabel = "FILE")
    private @Nullable Path gitlabRails;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Screen screen = koshin.screen();
        try (Simulator simulator = start()) {
            writeRails(simulator);
            screen.line(screen.messages().text("simulator.ready", profile, simulator.uri()));
            new CountDownLatch(1).await();
        }
        return Exit.OK.code();
    }

    /** A port that is taken or no port, an unknown profile, a seed that cannot be read: the operator's to correct. */
    private Simulator start() {
        try {
            return Simulator.start(options());
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void writeRails(Simulator simulator) {
        try {
            Optional.ofNullable(gitlabRails).ifPresent(file -> RailsScript.write(file, simulator.uri()));
        } catch (UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private SimulatorOptions options() {
        SimulatorOptions options = SimulatorOptions.defaults()
                .withPort(port)
                .withLatency(Duration.ofMillis(latencyMillis))
                .withProfile(profile);
        return Optional.ofNullable(seed).map(options::withSeedFile).orElse(options);
    }
}
