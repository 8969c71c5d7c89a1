package dev.koshin.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A running {@code koshin simulator}. */
public record Simulated(Child process, URI address, Control control) implements AutoCloseable {
    /** Starts it in {@code folder} and waits until it answers. */
    public static Simulated start(Distribution distribution, Path folder, List<String> arguments) {
        Child process = distribution.start(
                folder,
                Map.of("KOSHIN_JAVA_OPTS", "-Xmx1g"),
                Stream.concat(Stream.of("simulator"), arguments.stream()).toList());
        URI address = address(process);
        return new Simulated(process, address, new Control(address));
    }

    private static URI address(Child simulator) {
        while (simulator.process().isAlive()) {
            String line = simulator.stdout();
            int at = line.indexOf("http://");
            if (at >= 0 && line.indexOf('\n', at) > 0) {
                return URI.create(line.substring(at, line.indexOf('\n', at)).strip());
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("the simulator does not start: " + simulator.stderr());
    }

    @Override
    public void close() {
        process.kill();
    }
}
