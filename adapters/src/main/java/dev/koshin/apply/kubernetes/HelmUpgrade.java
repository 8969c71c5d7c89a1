package dev.koshin.apply.kubernetes;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Use;
import dev.koshin.process.Runner;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Impact;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The operator's own {@code helm upgrade}, made safe: the chart stays at the version that is deployed, and the values
 * differ from the deployed ones by the token only.
 */
public final class HelmUpgrade {
    private static final int FEW = 5;
    private static final int QUESTIONS = 2;

    private final HelmOptions options;
    private final Helm helm;

    private HelmUpgrade(HelmOptions options, Helm helm) {
        this.options = options;
        this.helm = helm;
    }

    /** An upgrade that is made only when it is asked for. */
    public static HelmUpgrade of(Runner runner, HelmOptions options) {
        return new HelmUpgrade(options, new Helm(runner, options));
    }

    /**
     * Upgrades with a values file that holds {@code fresh}; what is deployed with it already is left alone. Refused if
     * the file would wipe data, or change anything else.
     */
    public Effect<List<String>> upgrade(Fingerprint fresh) {
        return file(fresh)
                .flatMap(file -> helm.listed()
                        .flatMap(this::deployed)
                        .flatMap(row -> helm.values().flatMap(deployed -> upgrade(row, file, deployed, fresh))));
    }

    private Effect<List<String>> upgrade(JsonNode row, Values file, Values deployed, Fingerprint fresh) {
        SortedSet<String> other = file.differences(deployed, options.key());
        if (!other.isEmpty()) {
            return helm.refused("the file differs from what is deployed: " + few(other));
        }
        String chart = row.path("chart").asString("");
        if (holds(deployed, fresh)) {
            return new Effect.Done<>(List.of(options.release().name() + " (" + chart + ", up to date)"));
        }
        return version(chart)
                .<Effect<List<String>>>map(version -> helm.upgrade(version)
                        .map(_ -> List.of(options.release().name() + " (" + chart + ", upgraded)")))
                .orElseGet(() -> helm.refused("is deployed from another chart: " + chart));
    }

    private Optional<String> version(String chart) {
        String prefix = options.release().chartName() + "-";
        return chart.startsWith(prefix) ? Optional.of(chart.substring(prefix.length())) : Optional.empty();
    }

    private Effect<JsonNode> deployed(Optional<JsonNode> row) {
        String status = row.map(one -> one.path("status").asString("")).orElse("missing");
        return row.isPresent() && status.equals("deployed")
                ? new Effect.Done<>(row.get())
                : helm.refused("is not deployed: " + status);
    }

    private Effect<Values> file(Fingerprint fresh) {
        return read().flatMap(Values::of)
                .<Effect<Values>>map(values -> judged(values, fresh))
                .orElseGet(() -> refusedFile("cannot be read as YAML"));
    }

    private Optional<String> read() {
        try {
            return Optional.of(Files.readString(options.values()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private Effect<Values> judged(Values values, Fingerprint fresh) {
        SortedSet<String> wiping = values.reinstalls();
        if (!wiping.isEmpty()) {
            return new Effect.Refused<>(
                    Problem.of(Reason.TARGET_WIPES_DATA, options.values().toString(), few(wiping)));
        }
        return holds(values, fresh)
                ? new Effect.Done<>(values)
                : refusedFile(options.key() + " does not hold the new value");
    }

    private boolean holds(Values values, Fingerprint fresh) {
        return values.text(options.key())
                .filter(text -> Secret.of(text).fingerprint().equals(fresh))
                .isPresent();
    }

    private Effect<Values> refusedFile(String why) {
        return new Effect.Refused<>(Workloads.problem(options.values().toString(), why));
    }

    private static String few(SortedSet<String> paths) {
        String first = paths.stream().limit(FEW).collect(Collectors.joining(", "));
        return paths.size() > FEW ? first + ", …" : first;
    }

    /** {@code others}, after the upgrade. */
    public Consumers before(Consumers others) {
        return new Consumers() {
            @Override
            public Effect<List<String>> apply(Fingerprint fresh) {
                return upgrade(fresh)
                        .flatMap(names -> others.apply(fresh)
                                .map(more -> Stream.concat(names.stream(), more.stream())
                                        .toList()));
            }

            @Override
            public Effect<SortedSet<Use>> running(Fingerprint fresh) {
                return others.running(fresh);
            }

            @Override
            public Effect<List<String>> endUses(Fingerprint fresh, boolean atOnce) {
                return others.endUses(fresh, atOnce);
            }

            @Override
            public Impact impact() {
                List<String> soon = Stream.concat(
                                Stream.of("helm upgrade " + options.release().name()), others.impact().soon().stream())
                        .toList();
                return new Impact(soon, others.impact().later(), others.impact().window());
            }

            @Override
            public Duration longest() {
                return others.longest().plus(options.limit()).plus(HelmOptions.QUESTION.multipliedBy(QUESTIONS));
            }
        };
    }
}
