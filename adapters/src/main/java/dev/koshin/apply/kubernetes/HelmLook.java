package dev.koshin.apply.kubernetes;

import dev.koshin.process.Runner;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.SortedSet;
import tools.jackson.databind.JsonNode;

/** Looks at a release with {@code helm}, and changes nothing. */
public final class HelmLook {
    private final HelmOptions options;
    private final Helm helm;

    private HelmLook(HelmOptions options, Helm helm) {
        this.options = options;
        this.helm = helm;
    }

    /** Asks nothing yet. */
    public static HelmLook of(Runner runner, HelmOptions options) {
        return new HelmLook(options, new Helm(runner, options));
    }

    /** The chart's version that is deployed, such as {@code 1.7.5}; refused if the release is not there. */
    public Effect<String> deployed() {
        return helm.listed()
                .flatMap(row -> row.flatMap(this::version)
                        .<Effect<String>>map(Effect.Done::new)
                        .orElseGet(() -> helm.refused("is not deployed from this chart")));
    }

    private Optional<String> version(JsonNode row) {
        String chart = row.path("chart").asString("");
        String prefix = options.release().chartName() + "-";
        return chart.startsWith(prefix) ? Optional.of(chart.substring(prefix.length())) : Optional.empty();
    }

    /** The newest version in the repository, as this machine has last fetched it; refused if it has none. */
    public Effect<String> newest() {
        return helm.found()
                .flatMap(found -> found.<Effect<String>>map(Effect.Done::new)
                        .orElseGet(() -> helm.refused("no repository on this machine has the chart")));
    }

    /** Where the values file and what is deployed differ, the token itself left out; paths only, never values. */
    public Effect<SortedSet<String>> differences() {
        return file().<Effect<Values>>map(Effect.Done::new)
                .orElseGet(() -> helm.refused("the values file cannot be read as YAML"))
                .flatMap(file -> helm.values().map(deployed -> file.differences(deployed, options.key())));
    }

    private Optional<Values> file() {
        try {
            return Values.of(Files.readString(options.values()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
