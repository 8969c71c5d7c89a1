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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;

/** How long {@code koshin status} takes for five organizations on MariaDB, and how much memory. */
final class Startup {
    private static final int RUNS = 11;

    /** Often enough for the peak near the end, and no load on a machine with few cores. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    private final Distribution distribution;

    Startup(Distribution distribution) {
        this.distribution = distribution;
    }

    /** One run as a whole process: from its start to its end. */
    private record Run(long millis, long peakKib) {}

    List<Row> measure() throws IOException, SQLException, InterruptedException {
        Seed seed = Seeds.exastroManual(LocalDate.now(ZoneOffset.UTC));
        Path folder = Files.createTempDirectory("koshin-bench-");
        try (Lab lab = Lab.start(distribution, folder, seed, Lab.rows(seed), 0)) {
            lab.configure(16, "24h", "{ url: \"jdbc:sqlite:koshin.db\" }", "");
            int renewed = lab.koshin("renew", "--all", "--yes").exit();
            List<Run> runs = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                runs.add(run(lab));
            }
            return List.of(
                    new Row(
                            "`koshin status`, five organizations on MariaDB, wall, median of " + RUNS
                                    + " (after renew, exit " + renewed + ")",
                            "%d ms (%d–%d)"
                                    .formatted(
                                            median(runs, Run::millis),
                                            smallest(runs, Run::millis),
                                            largest(runs, Run::millis))),
                    new Row(
                            "`koshin status`, peak resident memory, median",
                            "%d MiB".formatted(median(runs, Run::peakKib) / 1024)));
        }
    }

    private static Run run(Lab lab) throws InterruptedException {
        Instant start = Instant.now();
        Child child = lab.koshin("status");
        long peak = 0;
        while (child.process().isAlive()) {
            peak = Math.max(peak, peakKib(child.process().pid()));
            Thread.sleep(LOOK_EVERY);
        }
        Duration time = Duration.between(start, Instant.now());
        if (child.exit() != 0) {
            throw new IllegalStateException(child.stderr());
        }
        return new Run(time.toMillis(), peak);
    }

    /** VmHWM of Linux; 0 once the process is gone. */
    private static long peakKib(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            // It ended between the look at it and the reading.
            return 0;
        }
    }

    private static long median(List<Run> runs, ToLongFunction<Run> what) {
        return sorted(runs, what).get(runs.size() / 2);
    }

    private static long smallest(List<Run> runs, ToLongFunction<Run> what) {
        return sorted(runs, what).getFirst();
    }

    private static long largest(List<Run> runs, ToLongFunction<Run> what) {
        return sorted(runs, what).getLast();
    }

    private static List<Long> sorted(List<Run> runs, ToLongFunction<Run> what) {
        List<Long> values =
                new ArrayList<>(runs.stream().mapToLong(what).boxed().toList());
        Collections.sort(values);
        return values;
    }
}
