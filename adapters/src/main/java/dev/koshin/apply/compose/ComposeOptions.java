package dev.koshin.apply.compose;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A compose project, and who in it reads the value.
 *
 * @param directory where {@code docker-compose.yml} and {@code .env} are
 * @param services that read the value when they start, and stand still for seconds; recreated as soon as it is there
 * @param late that stand still for minutes; recreated after the grace period, before the old token goes
 * @param window when {@code late} may stand still; empty: at any time
 * @param setup whether the installer's {@code setup.sh install} is run instead of recreating single services
 * @param limit how long a service may take until it holds the value and is well
 */
public record ComposeOptions(
        Path directory,
        Engine engine,
        List<String> services,
        List<String> late,
        Optional<TimeWindow> window,
        boolean setup,
        Duration limit) {
    /** The default of {@code limit}: a GitLab needs minutes to start. */
    public static final Duration LIMIT = Duration.ofMinutes(15);

    /** Copies the lists. */
    public ComposeOptions {
        services = List.copyOf(services);
        late = List.copyOf(late);
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("a limit is positive");
        }
    }

    /** All services that read the value, those that are late last. */
    List<String> everyone() {
        return Stream.concat(services.stream(), late.stream()).toList();
    }
}
