package dev.koshin.bench;

import dev.koshin.bench.Bench.Row;
import dev.koshin.e2e.Child;
import dev.koshin.e2e.Distribution;
import dev.koshin.e2e.Lab;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 2,000 organizations renewed in one run, GitLab answering after 20 ms, 32 at a time, every proof on. */
final class FleetRun {
    private static final int ORGANIZATIONS = 2000;
    private static final int CONCURRENCY = 32;
    private static final long LATENCY_MILLIS = 20;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Distribution distribution;

    FleetRun(Distribution distribution) {
        this.distribution = distribution;
    }

    List<Row> measure() throws IOException, SQLException, InterruptedException {
        Seed seed = Seeds.fleet(ORGANIZATIONS, LocalDate.now(ZoneOffset.UTC));
        Path folder = Files.createTempDirectory("koshin-bench-");
        try (Lab lab = Lab.start(distribution, folder, seed, Lab.rows(seed), LATENCY_MILLIS)) {
            lab.configure(CONCURRENCY, "0s", "{ url: \"jdbc:sqlite:koshin.db\" }", "");
            Timed looked = Timed.of(lab, "status", "-o", "json");
            lab.control().send("DELETE", "requests", "");
            Timed renewed = Timed.of(lab, "renew", "--all", "--yes", "-o", "json");
            long calls = lab.control().get("counters").get("total").asLong();
            JsonNode result = JsonMapper.shared().readTree(renewed.child().stdout());
            return rows(looked, renewed, calls, result);
        }
    }

    private static List<Row> rows(Timed looked, Timed renewed, long calls, JsonNode result) {
        double seconds = renewed.time().toMillis() / MILLIS_PER_SECOND;
        double callsEach = (double) calls / ORGANIZATIONS;
        double bound = CONCURRENCY / (callsEach * LATENCY_MILLIS / MILLIS_PER_SECOND);
        double rate = ORGANIZATIONS / seconds;
        return List.of(
                new Row("first `status` of 2,000 organizations, 20 ms, 32 at a time", looked.text()),
                new Row(
                        "`renew --all`, the whole process: renewed, failed, parked",
                        "%s, %s, %s in %.1f s"
                                .formatted(result.get("renewed"), result.get("failed"), result.get("parked"), seconds)),
                new Row("renewals a second, start of the JVM included", "%.0f".formatted(rate)),
                new Row(
                        "processor time of Koshin per renewal, start included",
                        "%.1f ms".formatted(renewed.processor().toMillis() / (double) ORGANIZATIONS)),
                new Row("GitLab calls per renewal, lists included", "%.2f".formatted(callsEach)),
                new Row(
                        "share of the bound concurrency ÷ (calls × latency) = %.0f/s".formatted(bound),
                        "%.0f %%".formatted(100 * rate / bound)));
    }

    /** A child that ran to its end. */
    record Timed(Child child, Duration time, Duration processor) {
        static Timed of(Lab lab, String... arguments) throws InterruptedException {
            Instant start = Instant.now();
            Child child = lab.koshin(arguments);
            Duration processor = Duration.ZERO;
            while (child.process().isAlive()) {
                processor = child.process().info().totalCpuDuration().orElse(processor);
                Thread.sleep(LOOK_EVERY);
            }
            int exit = child.exit();
            Duration time = Duration.between(start, Instant.now());
            if (exit != 0) {
                throw new IllegalStateException("exit " + exit + ": " + child.stderr());
            }
            return new Timed(child, time, processor);
        }

        String text() {
            return "%.1f s".formatted(time.toMillis() / MILLIS_PER_SECOND);
        }
    }
}
