package dev.koshin.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** git, which is what Exastro's playbooks use their tokens for. */
final class GitTest {
    /** Any user name will do. The token comes from the environment, and no prompt is ever shown. */
    private static final String HELPER = "!f() { echo username=oauth2; echo \"password=$TOKEN\"; }; f";

    @TempDir
    private Path folder;

    @Test
    void a_good_token_opens_a_private_project() {
        try (PretendGitlab gitlab = PretendGitlab.open()) {
            assertThat(lsRemote(gitlab, Map.of("TOKEN", gitlab.tokenOfAnn())).exit())
                    .isZero();
        }
    }

    @Test
    void an_expired_token_opens_nothing() {
        try (PretendGitlab gitlab = PretendGitlab.open()) {
            assertThatAccessIsDenied(lsRemote(gitlab, Map.of("TOKEN", gitlab.expiredTokenOfAnn())));
        }
    }

    @Test
    void a_revoked_token_opens_nothing() {
        try (PretendGitlab gitlab = PretendGitlab.open()) {
            gitlab.revoke(gitlab.idOfAnnsToken());
            assertThatAccessIsDenied(lsRemote(gitlab, Map.of("TOKEN", gitlab.tokenOfAnn())));
        }
    }

    @Test
    void nobody_gets_in_without_a_token() {
        try (PretendGitlab gitlab = PretendGitlab.open()) {
            Program.Ended ended = lsRemote(gitlab, Map.of());
            assertThat(ended.exit()).isEqualTo(128);
            assertThat(ended.err()).contains("could not read Username");
        }
    }

    private static void assertThatAccessIsDenied(Program.Ended ended) {
        assertThat(ended.exit()).isEqualTo(128);
        assertThat(ended.err()).contains("Authentication failed").contains("HTTP Basic: Access denied");
    }

    private Program.Ended lsRemote(PretendGitlab gitlab, Map<String, String> secrets) {
        Program git = new Program(
                List.of(Fetched.program("git").toString()),
                folder,
                Map.of("GIT_TERMINAL_PROMPT", "0", "GIT_CONFIG_NOSYSTEM", "1", "LC_ALL", "C"));
        String helper = "credential.helper=" + (secrets.isEmpty() ? "" : HELPER);
        String project = gitlab.uri() + "/" + PretendGitlab.PROJECT + ".git";
        return git.run(secrets, List.of("-c", helper, "ls-remote", project));
    }
}
