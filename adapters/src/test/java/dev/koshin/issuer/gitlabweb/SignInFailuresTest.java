package dev.koshin.issuer.gitlabweb;

import static dev.koshin.issuer.Scene.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.http.HttpOptions;
import dev.koshin.issuer.Scene;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.simulator.fault.Effect.Booting;
import dev.koshin.simulator.fault.Effect.Drop;
import dev.koshin.simulator.fault.Effect.RateLimit;
import dev.koshin.simulator.fault.Fault;
import dev.koshin.simulator.fault.When;
import dev.koshin.simulator.seed.SeedAccount;
import dev.koshin.simulator.seed.SeedUser;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issuer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between a password and a session, on a pretend GitLab. */
final class SignInFailuresTest {
    private static final String SUBMIT = "POST /users/sign_in";

    private static Scene scene(boolean secondFactor, Optional<String> hindrance, String state) {
        SeedAccount account = new SeedAccount(
                Optional.of("root@example.test"),
                Optional.of(Scene.PASSWORD),
                Optional.empty(),
                secondFactor,
                hindrance,
                Optional.empty(),
                false);
        return new Scene(
                Scene.RELEASE,
                Scene.DEAD,
                new SeedUser(
                        1, "root", Optional.empty(), true, Optional.of(state), Optional.empty(), Optional.of(account)));
    }

    private static long count(Scene scene, String line) {
        return scene.simulator.control().requestsSince(0).stream()
                .filter(request -> (request.method() + " " + request.target()).equals(line))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"15.11", "17.11", "19.1"})
    void a_wrong_password_is_tried_once(String release) {
        try (Scene scene = new Scene(release, Scene.DEAD)) {
            Issuer issuer = Webs.issuer(scene, scene.simulator.uri(), "root", "wrong password");

            Problem first = refused(issuer.issue(Scene.request(30)));
            assertThat(first).isEqualTo(Problem.of(Reason.SIGN_IN_REFUSED, SUBMIT, "root"));
            assertThat(refused(issuer.issue(Scene.request(30)))).isEqualTo(first);
            assertThat(refused(issuer.preflight(Optional.empty()))).isEqualTo(first);
            assertThat(count(scene, SUBMIT)).isEqualTo(1);
        }
    }

    @Test
    void a_password_that_cannot_be_read_is_no_attempt() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            AtomicInteger asked = new AtomicInteger();
            Problem problem = Problem.of(Reason.SECRET_UNRESOLVED, "environment variable P", "is not set");
            Issuer issuer = GitLabWeb.issuer(
                    GitLabWebOptions.of(
                            HttpOptions.of(scene.simulator.uri()),
                            "root",
                            () -> asked.incrementAndGet() == 1
                                    ? new Effect.Refused<>(problem)
                                    : new Effect.Done<>(Secret.of(Scene.PASSWORD))),
                    scene.gitlab.issuer("root"),
                    "root");

            assertThat(refused(issuer.issue(Scene.request(30)))).isEqualTo(problem);
            assertThat(issuer.issue(Scene.request(30))).isInstanceOf(Effect.Done.class);
        }
    }

    @Test
    void a_second_factor_is_recognised() {
        try (Scene scene = scene(true, Optional.empty(), "active")) {
            assertThat(refused(Webs.issuer(scene).issue(Scene.request(30))))
                    .isEqualTo(Problem.of(Reason.SIGN_IN_SECOND_FACTOR, SUBMIT, "root"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "terms, SIGN_IN_TERMS",
        "password_expired, SIGN_IN_PASSWORD_EXPIRED",
        "unconfirmed, SIGN_IN_UNCONFIRMED",
    })
    void what_hinders_the_user_is_named_and_the_session_is_ended(String hindrance, Reason reason) {
        try (Scene scene = scene(false, Optional.of(hindrance), "active")) {
            assertThat(refused(Webs.issuer(scene).issue(Scene.request(30))))
                    .isEqualTo(Problem.of(reason, SUBMIT, "root"));
            assertThat(count(scene, "POST /users/sign_out")).isEqualTo(1);
            assertThat(scene.tokens()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"blocked", "blocked_pending_approval"})
    void a_blocked_user_is_told_from_a_wrong_password(String state) {
        try (Scene scene = scene(false, Optional.empty(), state)) {
            assertThat(refused(Webs.issuer(scene).issue(Scene.request(30))).reason())
                    .isEqualTo(Reason.USER_BLOCKED);
        }
    }

    @Test
    void somebody_else_who_is_signed_in_makes_no_token() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            assertThat(refused(Webs.issuer(scene, scene.simulator.uri(), "ann", Scene.PASSWORD)
                            .issue(Scene.request(30))))
                    .isEqualTo(Problem.of(Reason.USER_DIFFERS, "root", "ann"));
            assertThat(scene.tokens()).isEqualTo(3);
            assertThat(count(scene, "POST /users/sign_out")).isEqualTo(1);
        }
    }

    @Test
    void the_throttle_of_the_sign_in_is_not_tried_twice() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            scene.simulator
                    .control()
                    .addFault(Fault.once("POST", "/users/sign_in", When.BEFORE, new RateLimit(Optional.empty())));
            Issuer issuer = Webs.issuer(scene);

            assertThat(refused(issuer.issue(Scene.request(30))).reason()).isEqualTo(Reason.GITLAB_RATE_LIMITED);
            assertThat(refused(issuer.issue(Scene.request(30))).reason()).isEqualTo(Reason.GITLAB_RATE_LIMITED);
            assertThat(count(scene, SUBMIT)).isEqualTo(1);
        }
    }

    @Test
    void a_lost_answer_to_the_sign_in_made_no_token() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            scene.simulator.control().addFault(Fault.once("POST", "/users/sign_in", When.AFTER, new Drop()));

            assertThat(refused(Webs.issuer(scene).issue(Scene.request(30))).reason())
                    .isEqualTo(Reason.GITLAB_UNREACHABLE);
        }
    }

    @Test
    void a_gitlab_that_boots_shows_no_form() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            scene.simulator.control().addFault(Fault.always("GET", "/users/sign_in", When.BEFORE, new Booting()));

            assertThat(refused(Webs.issuer(scene).preflight(Optional.empty())).reason())
                    .isEqualTo(Reason.GITLAB_BOOTING);
        }
    }

    @Test
    void nothing_that_is_printed_holds_the_password() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            GitLabWebOptions options = GitLabWebOptions.of(
                    HttpOptions.of(scene.simulator.uri()), "root", () -> new Effect.Done<>(Secret.of(Scene.PASSWORD)));
            Effect<?> issued = GitLabWeb.issuer(options, scene.gitlab.issuer("root"), "root")
                    .issue(Scene.request(30));

            assertThat(options.toString() + issued + new Form().with("user[password]", Scene.PASSWORD))
                    .doesNotContain(Scene.PASSWORD);
        }
    }
}
