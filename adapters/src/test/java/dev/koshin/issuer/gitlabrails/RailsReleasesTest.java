package dev.koshin.issuer.gitlabrails;

import static dev.koshin.issuer.Scene.done;
import static dev.koshin.issuer.Scene.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.issuer.Scene;
import dev.koshin.model.Account;
import dev.koshin.model.Expiry;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Token;
import dev.koshin.process.Ended;
import dev.koshin.process.Inside;
import dev.koshin.process.Programs;
import dev.koshin.process.Runner;
import dev.koshin.simulator.rails.RailsScript;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With an administrator's token that has expired, on every release. */
final class RailsReleasesTest {
    @TempDir
    private Path folder;

    private static Issuer issuer(Scene scene, Runner runner) {
        return GitLabRails.issuer(
                RailsOptions.of(new RailsPlace.Within(new Inside.Docker("gitlab"))),
                runner,
                scene.gitlab.issuer("root"),
                "root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15.11", "16.11", "17.11", "18.11", "19.1"})
    void a_token_is_made_found_and_revoked_without_an_administrators_token(String release) {
        try (Scene scene = new Scene(release, Scene.DEAD)) {
            Issuer issuer = issuer(scene, new SimulatedRails(scene.simulator.uri()));

            assertThat(done(issuer.preflight(Optional.empty()))).isEqualTo(Account.named("root"));
            Issued issued = done(issuer.issue(Scene.request(365)));
            Token token = issued.token();

            assertThat(token.name()).isEqualTo("koshin exastro/root " + Scene.MARKER);
            assertThat(token.scopes()).contains("api", "sudo");
            assertThat(token.expiry()).contains(new Expiry(Scene.TODAY.plusDays(365)));
            assertThat(done(issuer.exercise(issued.secret()))).isEqualTo(Scene.ROOT);
            assertThat(done(issuer.marked(Scene.ROOT, Scene.MARKER)))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("lastUsed", "created")
                    .containsExactly(token);
            assertThat(done(issuer.revoke(token.id(), issued.secret()))).isEqualTo(token.id());
            assertThat(done(issuer.marked(Scene.ROOT, Scene.MARKER))).isEmpty();
        }
    }

    @Test
    void the_command_itself_is_run_on_this_machine() {
        try (Scene scene = new Scene("18.11", Scene.DEAD)) {
            Path program = folder.resolve("gitlab-rails");
            RailsScript.write(program, scene.simulator.uri());
            Issuer issuer = GitLabRails.issuer(
                    RailsOptions.of(new RailsPlace.Local(program.toString())),
                    new Programs(System.getenv()),
                    scene.gitlab.issuer("root"),
                    "root");

            done(issuer.preflight(Optional.empty()));
            Issued issued = done(issuer.issue(Scene.request(30)));

            assertThat(done(issuer.inspect(issued.secret()))).isInstanceOf(Inspection.Live.class);
        }
    }

    @Test
    void a_command_that_is_missing_is_found_out_before_anything_is_asked_for() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            Issuer issuer = GitLabRails.issuer(
                    RailsOptions.of(new RailsPlace.Local(folder.resolve("none").toString())),
                    new Programs(System.getenv()),
                    scene.gitlab.issuer("root"),
                    "root");

            assertThat(refused(issuer.preflight(Optional.empty())).reason()).isEqualTo(Reason.RAILS_UNREACHABLE);
            assertThat(refused(issuer.issue(Scene.request(30))).reason()).isEqualTo(Reason.RAILS_UNREACHABLE);
        }
    }

    @Test
    void a_lifetime_longer_than_allowed_is_shortened_to_what_the_server_allows() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            SimulatedRails rails = new SimulatedRails(scene.simulator.uri());

            Issued issued = done(issuer(scene, rails).issue(Scene.request(400)));

            assertThat(issued.token().expiry()).contains(new Expiry(Scene.TODAY.plusDays(365)));
            assertThat(rails.commands).hasSize(2);
            assertThat(scene.tokens()).isEqualTo(4);
        }
    }

    @Test
    void warnings_on_both_streams_are_no_answer() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            Runner noisy = new SimulatedRails(
                    scene.simulator.uri(),
                    ended -> ended instanceof Ended.Exited(int status, String out, String err)
                            ? new Ended.Exited(
                                    status, "DEPRECATION WARNING: old" + out + "bye\n", "warning: x\n" + err + "y")
                            : ended);

            assertThat(issuer(scene, noisy).issue(Scene.request(30))).isInstanceOf(Effect.Done.class);
        }
    }

    @Test
    void tokens_of_other_renewals_and_of_other_people_are_not_marked() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            Issuer issuer = issuer(scene, new SimulatedRails(scene.simulator.uri()));
            done(issuer.issue(Scene.request(30)));

            assertThat(done(issuer.marked(Scene.ROOT, new RenewalId("fedcba9876543210"))))
                    .isEmpty();
        }
    }

    @Test
    void a_scope_that_the_release_does_not_know_is_refused_before_anything_is_saved() {
        try (Scene scene = new Scene("15.11", Scene.DEAD)) {
            TokenRequest usual = Scene.request(30);
            TokenRequest foreign = new TokenRequest(
                    usual.account(), usual.credential(), usual.marker(), new TreeSet<>(List.of("mcp")), 30);

            assertThat(refused(issuer(scene, new SimulatedRails(scene.simulator.uri()))
                                    .issue(foreign))
                            .reason())
                    .isEqualTo(Reason.GITLAB_REFUSED);
            assertThat(scene.tokens()).isEqualTo(3);
        }
    }

    @Test
    void a_user_who_is_missing_or_blocked_gets_no_token() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            Runner rails = new SimulatedRails(scene.simulator.uri());
            Issuer nobody = GitLabRails.issuer(
                    RailsOptions.of(new RailsPlace.Within(new Inside.Docker("gitlab"))),
                    rails,
                    scene.gitlab.issuer("nobody"),
                    "nobody");

            assertThat(refused(nobody.issue(Scene.request(30))))
                    .satisfies(problem -> assertThat(problem.reason()).isEqualTo(Reason.USER_MISSING))
                    .satisfies(problem -> assertThat(problem.details())
                            .containsExactly("gitlab-rails (docker exec gitlab)", "nobody"));
        }
    }
}
