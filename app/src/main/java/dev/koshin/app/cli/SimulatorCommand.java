package dev.koshin.app.cli;

import dev.koshin.app.view.Screen;
import dev.koshin.simulator.Simulator;
import dev.koshin.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

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

    @Override
    public Integer call() throws InterruptedException {
        Screen screen = koshin.screen();
        try (Simulator simulator = Simulator.start(options())) {
            screen.line(screen.messages().text("simulator.ready", profile, simulator.uri()));
            new CountDownLatch(1).await();
        }
        return Exit.OK.code();
    }

    private SimulatorOptions options() {
        SimulatorOptions options = SimulatorOptions.defaults()
                .withPort(port)
                .withLatency(Duration.ofMillis(latencyMillis))
                .withProfile(profile);
        return Optional.ofNullable(seed).map(options::withSeedFile).orElse(options);
    }
}
