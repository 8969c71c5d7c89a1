package dev.koshin.simulator;

import static dev.koshin.simulator.fault.When.AFTER;
import static dev.koshin.simulator.fault.When.BEFORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.simulator.fault.Effect;
import dev.koshin.simulator.fault.Fault;
import dev.koshin.simulator.state.Change;
import dev.koshin.simulator.traffic.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FaultsTest {
    private static final String CREATE = "/users/2/personal_access_tokens";
    private static final String SELF = "/personal_access_tokens/self";

    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aDropBeforeTheEffectMakesNothing() {
        plan(Fault.once("POST", CREATE + "$", BEFORE, new Effect.Drop()));

        assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
        assertThat(stage.control().tokens()).hasSize(13);
        assertThat(lastLogged().ended()).isEqualTo(new LoggedRequest.Ended(0, List.of(), Optional.of("drop before")));
    }

    @Test
    void aDropAfterTheEffectLeavesATokenThatNobodyKnows() {
        plan(Fault.once("POST", CREATE + "$", AFTER, new Effect.Drop()));

        assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
        assertThat(stage.control().tokens()).hasSize(14);
        assertThat(lastLogged().ended())
                .isEqualTo(new LoggedRequest.Ended(
                        0, List.of(new Change("token", 14, Change.Verb.MADE)), Optional.of("drop after")));
        assertThat(create().status()).isEqualTo(201);
    }

    @Test
    void aResetInTheMiddleIsAnErrorToTheClientAndDoneOnTheServer() {
        plan(Fault.once("POST", CREATE + "$", AFTER, new Effect.Reset()));

        assertThatThrownBy(this::create).isInstanceOf(UncheckedIOException.class);
        assertThat(stage.control().tokens()).hasSize(14);
    }

    @Test
    void aSlowBodyArrivesWholeAndLate() {
        plan(Fault.once("POST", CREATE + "$", AFTER, new Effect.Slow(Duration.ofMillis(300))));

        long started = System.nanoTime();
        assertThat(create().json().path("token").asString()).isNotBlank();
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void everyEffectCanBePlannedByJsonAndReadBack() {
        for (String effect : List.of("drop", "garbage", "half", "reset", "booting", "rateLimit")) {
            assertThat(planned("{\"effect\":\"" + effect + "\"}")).isEqualTo(effect);
        }
        assertThat(planned("{\"effect\":\"slow\",\"milliseconds\":50}")).isEqualTo("slow");
        assertThat(planned("{\"effect\":\"delay\",\"milliseconds\":50}")).isEqualTo("delay");
    }

    private String planned(String json) {
        stage.plain("DELETE", "/control/faults", "");
        return stage.plain("POST", "/control/faults", json)
                .json()
                .path(0)
                .path("effect")
                .asString();
    }

    @Test
    void halfAnAnswerIsAnErrorToTheClientAndDoneOnTheServer() {
        plan(Fault.once("POST", CREATE + "$", AFTER, new Effect.Half()));

        assertThatThrownBy(this::create)
                .isInstanceOf(UncheckedIOException.class)
                .rootCause()
                .isInstanceOf(IOException.class);
        assertThat(stage.control().tokens()).hasSize(14);
    }

    @Test
    void aStatusReplacesTheAnswerWithBodyAndHeaders() {
        plan(Fault.once(
                "DELETE",
                "/personal_access_tokens/\\d+$",
                AFTER,
                new Effect.Status(503, Optional.of("{\"later\":true}"), Map.of("Retry-After", "7"))));

        Stage.Answer answer = stage.delete(Cast.ROOT, "/personal_access_tokens/3");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"later\":true}");
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(stage.get(Cast.ANN, SELF).status()).isEqualTo(401);
    }

    @Test
    void aStatusAloneSaysItsOwnName() {
        plan(Fault.once("GET", SELF, BEFORE, new Effect.Status(500, Optional.empty(), Map.of())));

        assertThat(stage.get(Cast.ANN, SELF).body()).isEqualTo("{\"message\":\"500 Internal Server Error\"}");
    }

    @Test
    void garbageIsTwoHundredAndNoJson() {
        plan(Fault.once("GET", SELF, BEFORE, new Effect.Garbage()));

        Stage.Answer answer = stage.get(Cast.ANN, SELF);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void aBootingGitlabAnswersWithAPageOfHtml() {
        plan(Fault.once("GET", SELF, BEFORE, new Effect.Booting()));

        Stage.Answer answer = stage.get(Cast.ANN, SELF);
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("Waiting for GitLab to boot");
    }

    @Test
    void theThrottleAnswersInPlainText() {
        stage.control().setClock(Cast.NOW.plusSeconds(40));
        plan(Fault.once("GET", SELF, BEFORE, new Effect.RateLimit(Optional.empty())));

        Stage.Answer answer = stage.get(Cast.ANN, SELF);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
        assertThat(answer.body()).isEqualTo("Retry later\n");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 20);
        assertThat(answer.header("RateLimit-Reset")).isEqualTo("1781697660");
        assertThat(answer.header("RateLimit-ResetTime")).isEqualTo("Wed, 17 Jun 2026 12:01:00 GMT");
        assertThat(answer.header("RateLimit-Name")).isEqualTo("throttle_authenticated_api");
        assertThat(answer.header("RateLimit-Remaining")).isEqualTo("0");
    }

    @Test
    void aDelayGivesTheNormalAnswerLate() {
        plan(Fault.once("GET", SELF, AFTER, new Effect.Delay(Duration.ofMillis(120))));

        long started = System.nanoTime();
        assertThat(stage.get(Cast.ANN, SELF).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        assertThat(lastLogged().ended().fault()).contains("delay after");
    }

    @Test
    void latencyHoldsBackEveryAnswerOfTheApi() {
        try (Stage slow = Stage.open(options -> options.withLatency(Duration.ofMillis(80)))) {
            long started = System.nanoTime();
            assertThat(slow.get(Cast.ANN, SELF).status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(80));
        }
    }

    @Test
    void theNthMatchingRequestIsHitAndOnlySoManyAfterIt() {
        Fault fault = Fault.once("GET", SELF + "$", BEFORE, new Effect.Garbage());
        plan(new Fault(fault.method(), fault.path(), 2, 2, BEFORE, fault.effect()));

        assertThat(isJson()).isTrue();
        assertThat(stage.get(Cast.ANN, "/user").body()).startsWith("{");
        assertThat(isJson()).isFalse();
        assertThat(isJson()).isFalse();
        assertThat(isJson()).isTrue();
        assertThat(stage.control().faults().getFirst().seen()).isEqualTo(4);
        assertThat(stage.control().faults().getFirst().struck()).isEqualTo(2);
    }

    @Test
    void aFaultForEverLastsUntilItIsCleared() {
        plan(Fault.always("GET", SELF, BEFORE, new Effect.Garbage()));
        assertThat(isJson()).isFalse();
        assertThat(isJson()).isFalse();

        stage.control().clearFaults();
        assertThat(isJson()).isTrue();
    }

    @Test
    void ofTwoFaultsTheFirstStrikesAndBothCount() {
        plan(Fault.once("GET", SELF, BEFORE, new Effect.Garbage()));
        plan(Fault.once("GET", SELF, BEFORE, new Effect.Booting()).fromNth(2));

        assertThat(stage.get(Cast.ANN, SELF).status()).isEqualTo(200);
        assertThat(stage.get(Cast.ANN, SELF).status()).isEqualTo(502);
        assertThat(stage.get(Cast.ANN, SELF).header("Content-Type")).isEqualTo("application/json");
    }

    private void plan(Fault fault) {
        stage.control().addFault(fault);
    }

    private Stage.Answer create() {
        return stage.postForm(Cast.ROOT, CREATE, "name=x&scopes=api");
    }

    private boolean isJson() {
        return stage.get(Cast.ANN, SELF).body().startsWith("{");
    }

    private LoggedRequest lastLogged() {
        return stage.control().requestsSince(0).getLast();
    }
}
