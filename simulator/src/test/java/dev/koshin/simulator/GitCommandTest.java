package dev.koshin.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What git itself makes of the answers. */
final class GitCommandTest {
    private final Stage stage = WebCast.stage();

    @BeforeAll
    static void gitIsInstalled() throws InterruptedException {
        assumeTrue(works("git", "--version"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void gitListsTheBranchOfAPrivateProject() throws IOException, InterruptedException {
        assertThat(lsRemote(WebCast.BOB)).isEqualTo("""
                        5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed\tHEAD
                        5eed5eed5eed5eed5eed5eed5eed5eed5eed5eed\trefs/heads/main
                        """);
    }

    @Test
    void gitSaysThatAnExpiredTokenIsDenied() throws IOException, InterruptedException {
        assertThat(lsRemote(Cast.ANN_EXPIRED)).contains("HTTP Basic: Access denied", "Authentication failed");
    }

    private String lsRemote(String token) throws IOException, InterruptedException {
        String url = stage.uri("/team/private.git").toString().replace("http://", "http://git:" + token + "@");
        ProcessBuilder builder = new ProcessBuilder(List.of("git", "-c", "credential.helper=", "ls-remote", url));
        builder.environment()
                .putAll(Map.of(
                        "GIT_TERMINAL_PROMPT", "0",
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "no_proxy", "*",
                        "LC_ALL", "C"));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
