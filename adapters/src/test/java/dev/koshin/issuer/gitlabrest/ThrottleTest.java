package dev.koshin.issuer.gitlabrest;

import static dev.koshin.issuer.gitlabrest.Scripts.json;
import static dev.koshin.issuer.gitlabrest.Setup.ACCOUNT;
import static dev.koshin.issuer.gitlabrest.Setup.LIST;
import static dev.koshin.issuer.gitlabrest.Setup.MARKER;
import static dev.koshin.issuer.gitlabrest.Setup.SELF;
import static dev.koshin.issuer.gitlabrest.Setup.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** GitLab's throttle, as seen before it says 429. The stub's clock and the local one stand at the same second. */
final class ThrottleTest {
    private static final String IN_A_MINUTE = "1782864060";

    @AutoClose
    private final Setup setup = new Setup();

    ThrottleTest() throws IOException {}

    @Test
    void plenty_is_not_waited_for() {
        setup.stub.on(LIST, left(1900, 100));

        ask();
        ask();

        assertThat(setup.waits).isEmpty();
    }

    @Test
    void calls_slow_down_before_the_limit() {
        setup.stub.on(LIST, left(60, 1940), left(59, 1941));

        ask();
        ask();

        assertThat(setup.waits).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void an_empty_allowance_is_waited_out() {
        setup.stub.on(LIST, left(0, 2000));

        ask();
        ask();

        assertThat(setup.waits).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void a_new_period_ends_the_waiting() {
        setup.stub.on(LIST, left(60, 1940), left(1999, 1));

        ask();
        ask();
        ask();

        assertThat(setup.waits).hasSize(1);
    }

    @Test
    void all_workers_take_their_turns_at_one_budget() {
        setup.stub.on(LIST, left(60, 1940), json(200, "[]"));
        ask();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 5).forEach(_ -> threads.execute(this::ask));
        }

        assertThat(setup.waits)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(1, 2, 3, 4, 5).stream().map(Duration::ofSeconds).toList());
    }

    @Test
    void another_user_has_an_allowance_of_his_own() {
        setup.stub.on(LIST, left(0, 2000)).on(SELF, json(200, Bodies.token(41, 7, "t")));

        ask();
        done(setup.issuer().inspect(Secret.of("glpat-another-00000000000001")));

        assertThat(setup.waits).isEmpty();
    }

    private void ask() {
        done(setup.issuer().marked(ACCOUNT, MARKER));
    }

    private static Stub.Script left(int remaining, int observed) {
        return json(
                200,
                "[]",
                "RateLimit-Remaining",
                Integer.toString(remaining),
                "RateLimit-Observed",
                Integer.toString(observed),
                "RateLimit-Reset",
                IN_A_MINUTE);
    }
}
