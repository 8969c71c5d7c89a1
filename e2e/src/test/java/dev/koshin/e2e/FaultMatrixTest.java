package dev.koshin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every fault at every request of one renewal, and of one retirement.
 *
 * <p>First an undisturbed run shows which requests there are. Then each of them goes wrong in each way that a
 * {@link Harm} knows, in a run of its own that begins where the undisturbed one began. Left out, for the time: two
 * faults in one run (the engine's own tests have those), and faults while several organizations are renewed side by
 * side ({@link KillTest} has those).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaultMatrixTest {
    /** The second organization of the manual: its token is due, and lives. */
    private static final long USER = Manual.USERS.get(1);

    private static final String NAME = Manual.name(2);
    private static final List<String> RENEW = List.of("renew", NAME, "--yes", "--retire-now");
    private static final List<String> RETIRE = List.of("retire", NAME, "--retire-now");
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int MOST_RUNS = 5;

    private Manual manual;
    private Snapshot due;
    private Snapshot proven;
    private String key;
    private final Set<String> values = new HashSet<>();
    private final List<String> ran = new ArrayList<>();
    private long started;

    /** A run that begins at {@code from}, and whose {@code nth} request suffers {@code harm}. */
    private record Case(Snapshot from, List<String> arguments, int nth, Harm harm) {}

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, SQLException {
        started = System.nanoTime();
        manual = Manual.start(folder, "24h");
        manual.lab().variant("hasty.yaml", "concurrency: 4", "concurrency: 4\n  requestTimeout: " + Harm.HASTE);
        key = manual.keys().get(1);
        due = Snapshot.of(manual.lab());
        manual.koshin(0, "renew", NAME, "--yes");
        proven = Snapshot.of(manual.lab());
        due.restore(manual.lab());
    }

    @AfterAll
    void stop() {
        System.out.println("faults: " + ran.size() + " cases in "
                + Duration.ofNanos(System.nanoTime() - started).toSeconds() + " s");
        manual.close();
    }

    @TestFactory
    Stream<DynamicTest> whatever_goes_wrong_while_renewing_the_next_runs_finish_the_work()
            throws IOException, SQLException {
        return tests(due, RENEW);
    }

    @TestFactory
    Stream<DynamicTest> whatever_goes_wrong_while_retiring_the_next_runs_finish_the_work()
            throws IOException, SQLException {
        return tests(proven, RETIRE);
    }

    private Stream<DynamicTest> tests(Snapshot from, List<String> arguments) throws IOException, SQLException {
        List<JsonNode> requests = undisturbed(from, arguments);
        Stream<DynamicTest> cases = IntStream.range(0, requests.size()).boxed().flatMap(i -> {
            String method = requests.get(i).path("method").asString();
            String request = method + " " + requests.get(i).path("path").asString();
            return Harm.to(method)
                    .map(harm -> DynamicTest.dynamicTest(
                            arguments.getFirst() + " " + (i + 1) + ", " + request + ": " + harm.label(),
                            () -> check(new Case(from, arguments, i + 1, harm))));
        });
        return Stream.concat(
                cases, Stream.of(DynamicTest.dynamicTest("no value was seen in all of these", this::assertNoLeaks)));
    }

    private void assertNoLeaks() {
        values.addAll(manual.values());
        assertThat(values).hasSizeGreaterThan(manual.values().size());
        assertThat(new Leaks(values).in(manual.lab().folder(), Set.of(".env", "seed.json")))
                .isEmpty();
    }

    private List<JsonNode> undisturbed(Snapshot from, List<String> arguments) throws IOException, SQLException {
        from.restore(manual.lab());
        manual.koshin(0, arguments.toArray(String[]::new));
        List<JsonNode> requests =
                manual.lab().control().get("requests").valueStream().toList();
        assertThat(requests).extracting(one -> one.path("method").asString()).contains("DELETE");
        return requests;
    }

    private void check(Case one) throws IOException, SQLException {
        one.from().restore(manual.lab());
        Onlooker onlooker = new Onlooker(
                manual.lab(),
                List.of(key),
                PAUSE,
                Onlooker.Refusal.UNLESS_OUTDATED,
                manual.lab().control()::look);
        try (onlooker) {
            disturbed(one);
            finish();
        }
        values.addAll(onlooker.values());
        ran.add(one.harm().label());
        assertThat(onlooker.refused()).isEmpty();
        assertThat(Rows.of(manual.lab()).changes(due.rows())).containsExactly(new Rows.Cell(key, "GITLAB_TOKEN"));
        assertThat(live()).contains(Manual.fingerprint(Rows.of(manual.lab()).token(key)));
        assertThat(live()).hasSize(1 + (one.harm().lateWork() ? strays() : 0));
    }

    private List<String> live() {
        return manual.live(USER).stream().map(Manual::fingerprint).toList();
    }

    /**
     * Tokens that {@code status} reports as nobody's. A request that reaches GitLab after the whole renewal is over
     * makes one, which no process could know of.
     */
    private int strays() {
        return manual.json(0, "status", NAME)
                .path("credentials")
                .path(0)
                .path("strays")
                .size();
    }

    /** Runs into the fault. Every end is right but a stack trace and a success that is none. */
    private void disturbed(Case one) {
        manual.lab().control().send("POST", "faults", one.harm().planned(one.nth()));
        Child child = manual.lab()
                .koshinWith(
                        one.harm().late() ? "hasty.yaml" : "koshin.yaml",
                        one.arguments().toArray(String[]::new));
        assertThat(child.exit()).as(child::stderr).isIn(0, 1, 4);
        assertThat(child.stderr()).doesNotContain("internal").doesNotContain("\tat ");
        awaitStruck();
        manual.lab().control().send("DELETE", "faults", "");
    }

    /** A request that is late enough works on after its client has given up. */
    private void awaitStruck() {
        while (manual.lab()
                .control()
                .get("requests")
                .valueStream()
                .allMatch(request -> request.path("fault").isNull())) {
            Thread.onSpinWait();
        }
    }

    /** Runs undisturbed until nothing is left to do. */
    private void finish() {
        for (int i = 0; i < MOST_RUNS; i++) {
            Child child = manual.lab().koshin("-o", "json", "renew", NAME, "--yes", "--retire-now");
            int exit = child.exit();
            JsonNode done = JsonMapper.shared().readTree(child.stdout());
            if (exit == 0 && done.path("waiting").asInt() == 0) {
                return;
            }
            if (exit == 4) {
                manual.koshin(0, "resume", NAME);
            }
        }
        throw new AssertionError("not finished after " + MOST_RUNS + " runs: " + manual.json(0, "status"));
    }
}
