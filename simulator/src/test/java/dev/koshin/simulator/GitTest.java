package dev.koshin.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GitTest {
    private static final String PULL = "git-upload-pack";
    private static final String PUSH = "git-receive-pack";
    private static final String PRIVATE = "/team/private";

    private final Stage stage = WebCast.stage();

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            glpat-value-of-bob           | git-upload-pack  | 200
            glpat-value-of-bob           | git-receive-pack | 200
            glpat-value-of-bob-writes    | git-upload-pack  | 200
            glpat-value-of-bob-writes    | git-receive-pack | 200
            glpat-value-of-bob-reads     | git-upload-pack  | 200
            glpat-value-of-bob-reads     | git-receive-pack | 403
            glpat-value-of-bob-reads-api | git-upload-pack  | 200
            glpat-value-of-bob-reads-api | git-receive-pack | 403
            glpat-value-of-root          | git-receive-pack | 200
            glpat-value-of-impersonation | git-receive-pack | 200
            """)
    void scopesDecideWhatATokenMay(String token, String service, int status) {
        assertThat(git("anything", token, PRIVATE, service).status()).isEqualTo(status);
    }

    @Test
    void theAnswerHasTheTypeOfItsService() {
        assertThat(git("git", WebCast.BOB, PRIVATE, PULL).header("Content-Type"))
                .isEqualTo("application/x-git-upload-pack-advertisement");
        assertThat(git("git", WebCast.BOB, PRIVATE, PUSH).header("Content-Type"))
                .isEqualTo("application/x-git-receive-pack-advertisement");
    }

    @Test
    void theAnswerBeginsWithItsServiceAndEndsWithAFlush() {
        assertThat(git("git", WebCast.BOB, PRIVATE, PULL).body())
                .startsWith("001e# service=git-upload-pack\n0000")
                .contains(" HEAD\0", " refs/heads/main\n")
                .endsWith("\n0000");
        assertThat(git("git", WebCast.BOB, PRIVATE, PUSH).body()).startsWith("001f# service=git-receive-pack\n0000");
    }

    @Test
    void aPrivateProjectAsksWhoIsThere() {
        Stage.Answer answer = stage.send(request(PRIVATE, PULL));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Www-Authenticate")).isEqualTo("Basic realm=\"GitLab\"");
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
    }

    @Test
    void aMissingProjectAsksWhoIsThereToo() {
        assertThat(stage.send(request("/team/nothing", PULL)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"glpat-value-of-ann-expired", "glpat-value-of-ann-revoked", "glpat-x", "glpat-value-of-blocked"})
    void whatDoesNotWorkIsUnknownAndNobodyLearnsWhy(String token) {
        Stage.Answer answer = git("git", token, PRIVATE, PULL);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Www-Authenticate")).isEqualTo("Basic realm=\"GitLab\"");
        assertThat(answer.body())
                .startsWith("HTTP Basic: Access denied. If a password was provided for Git authentication, the"
                        + " password was incorrect or you're required to use a token instead of a password. If a"
                        + " token was provided, it was either incorrect, expired, or improperly scoped. See http");
    }

    @Test
    void olderReleasesSpeakOfTwoFactors() {
        try (Stage older = WebCast.stage(options -> options.withProfile("16.11"))) {
            assertThat(older.send(basic(older.request(path(PRIVATE, PULL)), "git", Cast.ANN_EXPIRED))
                            .body())
                    .startsWith(
                            "HTTP Basic: Access denied. The provided password or token is incorrect or your account has"
                                    + " 2FA enabled and you must use a personal access token instead of a password. See http");
        }
    }

    @Test
    void aNameIsNeededButAnyWillDo() {
        assertThat(git("", WebCast.BOB, PRIVATE, PULL).status()).isEqualTo(401);
        assertThat(git("whoever", WebCast.BOB, PRIVATE, PULL).status()).isEqualTo(200);
    }

    @Test
    void aUserSeesNoProjectOfOthersAndNoneThatIsMissing() {
        assertThat(git("git", WebCast.BOB, "/other/private", PULL).status()).isEqualTo(404);
        assertThat(git("git", WebCast.BOB, "/team/nothing", PULL).status()).isEqualTo(404);
        assertThat(git("git", WebCast.BOB, "/team/nothing", PULL).header("Content-Type"))
                .startsWith("text/plain");
    }

    @Test
    void aBotWithoutAccessIsUnknown() {
        assertThat(git("git", WebCast.BOT, PRIVATE, PULL).status()).isEqualTo(401);
        assertThat(git("git", WebCast.BOT, "/team/public", PULL).status()).isEqualTo(200);
    }

    @Test
    void aRoleThatIsTooSmallIsForbidden() {
        assertThat(git("git", WebCast.BOB, "/team/read", PULL).status()).isEqualTo(200);
        assertThat(git("git", WebCast.BOB, "/team/read", PUSH).status()).isEqualTo(403);
        assertThat(git("git", WebCast.GUEST, PRIVATE, PULL).status()).isEqualTo(403);
    }

    @Test
    void aScopeThatCannotReadCodeIsForbidden() {
        assertThat(git("git", Cast.ANN_READ_USER, "/team/public", PULL).status())
                .isEqualTo(403);
    }

    @Test
    void anybodyReadsAPublicProjectButNobodyUnknownWritesIt() {
        assertThat(stage.send(request("/team/public", PULL)).status()).isEqualTo(200);
        assertThat(stage.send(request("/team/public", PUSH)).status()).isEqualTo(401);
        assertThat(git("git", "glpat-x", "/team/public", PULL).status()).isEqualTo(401);
    }

    @Test
    void aDeployTokenReadsUnderItsOwnNameOnly() {
        assertThat(git("gitlab+deploy", WebCast.DEPLOY, PRIVATE, PULL).status()).isEqualTo(200);
        assertThat(git("gitlab+deploy", WebCast.DEPLOY, PRIVATE, PUSH).status()).isEqualTo(403);
        assertThat(git("git", WebCast.DEPLOY, PRIVATE, PULL).status()).isEqualTo(401);
        assertThat(git("gitlab+deploy", WebCast.DEPLOY, "/other/private", PULL).status())
                .isEqualTo(401);
        assertThat(git("gitlab+deploy", WebCast.DEPLOY_EXPIRED, PRIVATE, PULL).status())
                .isEqualTo(401);
    }

    @Test
    void aPasswordWorksUnlessItIsSwitchedOffOrNotEnough() {
        assertThat(git("bob", WebCast.password("bob"), PRIVATE, PUSH).status()).isEqualTo(200);
        assertThat(git("two", WebCast.password("two"), "/team/public", PULL).status())
                .isEqualTo(401);
        stage.plain("PATCH", "/control/settings", "{\"passwordForGit\":false}");
        assertThat(git("bob", WebCast.password("bob"), PRIVATE, PUSH).status()).isEqualTo(401);
    }

    @Test
    void anImpersonationTokenDiesWithItsSwitch() {
        stage.plain("PATCH", "/control/settings", "{\"impersonation\":false}");

        assertThat(git("git", WebCast.IMPERSONATION, PRIVATE, PULL).status()).isEqualTo(401);
    }

    @Test
    void aTokenDiesAtTheStartOfItsDayInUtc() {
        stage.control().setClock(Cast.NOW.plus(Duration.ofHours(12)).minusSeconds(30));
        assertThat(git("git", Cast.ANN_LAST_DAY, "/team/public", PULL).status()).isEqualTo(200);

        stage.control().advanceClock(Duration.ofSeconds(30));
        assertThat(git("git", Cast.ANN_LAST_DAY, "/team/public", PULL).status()).isEqualTo(401);
    }

    @Test
    void aUseCountsAsAUseEvenIfTheProjectIsMissing() {
        git("git", WebCast.BOB_READS, "/team/nothing", PULL);

        assertThat(stage.get(Cast.ROOT, "/personal_access_tokens/21")
                        .json()
                        .path("last_used_at")
                        .asString())
                .startsWith("2026-06-17T12:0");
    }

    @Test
    void visitsAreLoggedWithTheirTokenAndCounted() {
        git("git", WebCast.BOB, PRIVATE, PULL);

        assertThat(stage.control()
                        .requestsSince(0)
                        .getLast()
                        .who()
                        .orElseThrow()
                        .tokenId())
                .isEqualTo(20);
        assertThat(stage.control().counters().byRoute()).containsEntry("GET /:path.git/info/refs", 1L);
    }

    @Test
    void faultsStrikeHereToo() {
        stage.plain("POST", "/control/faults", "{\"path\":\"info/refs$\",\"effect\":\"booting\"}");

        assertThat(git("git", WebCast.BOB, PRIVATE, PULL).status()).isEqualTo(502);
    }

    private Stage.Answer git(String name, String password, String project, String service) {
        return stage.send(basic(request(project, service), name, password));
    }

    private HttpRequest.Builder request(String project, String service) {
        return stage.request(path(project, service));
    }

    private static String path(String project, String service) {
        return project + ".git/info/refs?service=" + service;
    }

    private static HttpRequest.Builder basic(HttpRequest.Builder request, String name, String password) {
        String pair = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
        return request.header("Authorization", "Basic " + pair);
    }
}
