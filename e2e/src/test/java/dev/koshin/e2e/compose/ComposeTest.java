package dev.koshin.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.koshin.e2e.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manual's 10.4 on a real engine, by the shipped program. */
final class ComposeTest {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    @TempDir
    private Path folder;

    private Optional<ComposeLab> opened = Optional.empty();

    @BeforeEach
    void engine() {
        assumeTrue(Docker.shared().isPresent(), "this machine cannot run a container engine");
    }

    @AfterEach
    void close() {
        opened.ifPresent(ComposeLab::close);
    }

    /** The old token is due: it lives 20 days more. */
    private ComposeLab lab() throws IOException {
        String expires = LocalDate.now(ZoneOffset.UTC).plusDays(20).toString();
        ComposeLab lab = ComposeLab.start(Docker.shared().orElseThrow(), folder.toRealPath(), "18.11", expires);
        opened = Optional.of(lab);
        return lab;
    }

    private static String good(Child koshin) {
        assertThat(koshin.exit()).as(() -> koshin.stdout() + koshin.stderr()).isZero();
        return koshin.stdout();
    }

    private static Map<String, String> without(Map<String, String> containers, String service) {
        Map<String, String> others = new HashMap<>(containers);
        others.remove(service);
        return others;
    }

    @Test
    void renew_recreates_the_one_service_that_reads_at_its_start_and_nothing_else() throws IOException {
        ComposeLab lab = lab();
        Map<String, String> before = lab.containers();
        String file = lab.file();

        String said = good(lab.koshin("renew", "exastro/root", "--yes"));

        String fresh = lab.token();
        assertThat(fresh).isNotEqualTo(ComposeLab.OLD);
        assertThat(lab.file()).isEqualTo(file.replace(ComposeLab.OLD, fresh));
        Map<String, String> after = lab.containers();
        assertThat(after.get("ita-api-admin")).isNotEqualTo(before.get("ita-api-admin"));
        assertThat(without(after, "ita-api-admin")).isEqualTo(without(before, "ita-api-admin"));
        assertThat(lab.environment("ita-api-admin")).contains("GITLAB_ROOT_TOKEN=" + fresh);
        assertThat(lab.control().look(ComposeLab.OLD)).isEqualTo(OK);
        assertThat(lab.control().look(fresh)).isEqualTo(OK);
        assertThat(said + good(lab.koshin("history"))).doesNotContain(fresh, ComposeLab.OLD);
    }

    @Test
    void retire_recreates_the_bundled_gitlab_before_the_old_token_goes() throws IOException {
        ComposeLab lab = lab();
        good(lab.koshin("renew", "exastro/root", "--yes"));
        Map<String, String> before = lab.containers();

        good(lab.koshin("retire", "exastro/root", "--retire-now"));

        assertThat(lab.containers().get("gitlab")).isNotEqualTo(before.get("gitlab"));
        assertThat(without(lab.containers(), "gitlab")).isEqualTo(without(before, "gitlab"));
        assertThat(lab.control().look(ComposeLab.OLD)).isEqualTo(UNAUTHORIZED);
        assertThat(lab.control().look(lab.token())).isEqualTo(OK);
        assertThat(lab.environment("gitlab")).contains(lab.token()).doesNotContain(ComposeLab.OLD);
        lab.docker("restart", "--time", "0", "gitlab");
        lab.await(() -> lab.inspect("gitlab", "{{.State.Status}}").equals("running"));
        assertThat(lab.inspect("gitlab", "{{.RestartCount}}")).isEqualTo("0");
    }

    /** What happens to whoever does it by hand: the reason for the test above. */
    @Test
    void a_gitlab_that_still_has_the_old_token_in_its_start_script_never_starts_again_once_that_is_dead()
            throws IOException {
        ComposeLab lab = lab();
        good(lab.koshin("renew", "exastro/root", "--yes"));
        revokeByHand(lab);

        lab.docker("restart", "--time", "0", "gitlab");

        lab.await(() -> Integer.parseInt(lab.inspect("gitlab", "{{.RestartCount}}")) > 2);
        Child doctor = lab.koshin("doctor");
        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(doctor.stdout()).contains("consumer-loops", "gitlab");
    }

    private static void revokeByHand(ComposeLab lab) throws IOException {
        Docker.Ran ran = Docker.shared()
                .orElseThrow()
                .run(
                        lab.folder(),
                        Map.of("T", ComposeLab.OLD),
                        java.util.List.of(
                                lab.folder().resolve("bin/gitlab-rails").toString(),
                                "runner",
                                "PersonalAccessToken.find_by_token(ENV.fetch('T')).revoke!"));
        assertThat(ran.status()).as(ran.text()).isZero();
    }

    @Test
    void an_expired_token_is_replaced_by_gitlab_rails_in_the_container() throws IOException {
        ComposeLab lab = lab();
        lab.control().send("PUT", "clock", "{\"advance\": \"P30D\"}");
        assertThat(lab.control().look(ComposeLab.OLD)).isEqualTo(UNAUTHORIZED);

        String said = good(lab.koshin("renew", "exastro/root", "--yes"));

        assertThat(lab.control().look(lab.token())).isEqualTo(OK);
        assertThat(lab.environment("ita-api-admin")).contains(lab.token());
        assertThat(said + good(lab.koshin("history"))).contains("Proven").doesNotContain(lab.token());
    }

    @Test
    void an_expired_token_is_replaced_on_gitlabs_pages() throws IOException {
        ComposeLab lab = lab();
        lab.configure("""
                    issuer:
                      - { kind: gitlab-rest }
                      - { kind: gitlab-web, password: { envFile: { path: .env, key: GITLAB_ROOT_PASSWORD } } }
                """);
        lab.control().send("PUT", "clock", "{\"advance\": \"P30D\"}");

        String said = good(lab.koshin("renew", "exastro/root", "--yes"));

        assertThat(lab.control().look(lab.token())).isEqualTo(OK);
        assertThat(lab.environment("ita-api-admin")).contains(lab.token());
        assertThat(said).doesNotContain(lab.token(), "the-root-password");
    }

    @Test
    void whenever_it_is_killed_resume_brings_it_to_its_end() throws IOException {
        ComposeLab lab = lab();
        for (int millis = 300; millis < 8000; millis += 700) {
            Child koshin = lab.koshin("renew", "exastro/root", "--yes", "--force", "--retire-now");
            boolean ended = koshin.endsWithin(Duration.ofMillis(millis));
            koshin.kill();
            assertThat(lab.control().look(lab.token()))
                    .as("after " + millis + " ms")
                    .isEqualTo(OK);
            if (ended) {
                break;
            }
        }

        good(lab.koshin("renew", "exastro/root", "--yes", "--retire-now"));

        assertThat(lab.control().look(lab.token())).isEqualTo(OK);
        assertThat(lab.environment("ita-api-admin")).contains(lab.token());
        assertThat(lab.environment("gitlab")).contains(lab.token());
        assertThat(lab.control()
                        .get("tokens")
                        .valueStream()
                        .filter(token -> token.path("active").asBoolean()))
                .hasSize(1);
    }
}
