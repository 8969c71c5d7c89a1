package dev.koshin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code kill -9}, two hundred times, wherever it strikes. */
final class KillTest {
    private static final int KILLS = 200;
    /** Between two looks at all rows. */
    private static final Duration PAUSE = Duration.ofMillis(2);
    /** So often a run is left alone, so that a person could see and resume what was parked. */
    private static final int BREATH = 40;

    private static final int MOST_RUNS = 20;
    /** See {@link #start}. */
    private static final int KINDS = 5;

    @TempDir
    private Path folder;

    private final List<Kill> kills = new ArrayList<>();
    private int ended;
    private int resumed;

    private record Kill(Instant started, Instant dead) {}

    @Test
    void whenever_koshin_is_killed_each_row_holds_a_working_token_and_later_runs_finish_the_work()
            throws IOException, SQLException {
        long seed = Long.getLong("koshin.e2e.seed", System.nanoTime());
        System.out.println("kills: seed " + seed + " (-Dkoshin.e2e.seed=)");
        try (Manual manual = Manual.start(folder, "0s")) {
            manual.lab().variant("grace.yaml", "grace: 0s", "grace: 1h");
            manual.koshin(0, "renew", "--all", "--yes");
            Span span = Span.measured(manual.lab());
            Onlooker onlooker = new Onlooker(manual.lab(), manual.keys(), PAUSE, Onlooker.Refusal.UNLESS_OUTDATED);
            try (onlooker) {
                kill(manual, new Random(seed), span);
                finish(manual);
            }
            report(manual, onlooker);
            assertThat(onlooker.refused()).isEmpty();
            manual.everyRowHoldsTheOnlyLiveToken();
            assertThat(unfinished(manual)).isEmpty();
        }
    }

    private void kill(Manual manual, Random random, Span span) {
        while (kills.size() < KILLS) {
            Instant started = Instant.now();
            long calls = span.calls();
            Child child = start(manual.lab(), random.nextInt(KINDS));
            if (span.endsBefore(random, child, calls)) {
                ended++;
                assertThat(child.exit()).as(child::stderr).isIn(0, 4);
            } else {
                child.kill();
                kills.add(new Kill(started, Instant.now()));
            }
            breathe(manual);
        }
    }

    private void breathe(Manual manual) {
        if ((kills.size() + ended) % BREATH == 0) {
            finish(manual);
        }
    }

    private static Child start(Lab lab, int kind) {
        return switch (kind) {
            case 0 -> lab.koshinWith("grace.yaml", "renew", "--all", "--yes", "--force");
            case 1 -> lab.koshin("retire", "--retire-now");
            default -> lab.koshin("renew", "--all", "--yes", "--force", "--retire-now");
        };
    }

    /** Runs without being killed until nothing is left to do. */
    private void finish(Manual manual) {
        for (int i = 0; i < MOST_RUNS; i++) {
            List<String> parked = credentials(manual, "parked");
            if (!parked.isEmpty()) {
                resumed += parked.size();
                manual.koshin(
                        0, Stream.concat(Stream.of("resume"), parked.stream()).toArray(String[]::new));
            }
            manual.koshin(0, "renew", "--all", "--yes", "--retire-now");
            if (credentials(manual, "fresh").size() == Manual.USERS.size()) {
                return;
            }
        }
        throw new AssertionError("not finished after " + MOST_RUNS + " runs: " + manual.json(0, "status"));
    }

    private static List<String> credentials(Manual manual, String state) {
        return manual.json(0, "status")
                .path("credentials")
                .valueStream()
                .filter(one -> one.path("state").asString().equals(state))
                .map(one -> one.path("name").asString())
                .toList();
    }

    private static List<String> unfinished(Manual manual) {
        List<JsonNode> entries = entries(manual);
        List<String> open = new ArrayList<>(renewals(entries, "Started"));
        open.removeAll(renewals(entries, "Finished"));
        return open;
    }

    private static List<String> renewals(List<JsonNode> entries, String step) {
        return entries.stream()
                .filter(entry -> entry.path("step").asString().equals(step))
                .map(entry -> entry.path("renewal").asString())
                .toList();
    }

    private static List<JsonNode> entries(Manual manual) {
        return manual.json(0, "history", "-n", "1000000")
                .path("entries")
                .valueStream()
                .toList();
    }

    private void report(Manual manual, Onlooker onlooker) {
        List<JsonNode> entries = entries(manual);
        List<String> states = kills.stream()
                .map(kill -> KillReport.state(entries, kill.started(), kill.dead()))
                .toList();
        System.out.println("kills: " + kills.size() + " " + KillReport.counted(states) + "; " + ended
                + " runs ended before; " + renewals(entries, "Finished").size() + " renewals, " + resumed
                + " resumed; " + onlooker.calls() + " looks, "
                + onlooker.refused().size() + " dead tokens");
    }
}
