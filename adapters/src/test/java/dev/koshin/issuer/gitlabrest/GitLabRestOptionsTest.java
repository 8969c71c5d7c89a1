package dev.koshin.issuer.gitlabrest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.spi.Effect;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GitLabRestOptionsTest {
    @Test
    void the_defaults_are_these() {
        GitLabRestOptions options = options("https://gitlab.example/gitlab");

        assertThat(options.caCertificate()).isEmpty();
        assertThat(options.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.requestTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.proxy()).isEmpty();
        assertThat(options.concurrency()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://gitlab.example",
                "gitlab.example",
                "https:/x",
                "https://u:p@gitlab.example",
                "http://g/?a=b"
            })
    void an_address_that_is_none_is_refused_without_being_printed(String base) {
        assertThatIllegalArgumentException().isThrownBy(() -> options(base)).withMessageNotContaining("u:p");
    }

    @Test
    void limits_are_positive() {
        GitLabRestOptions options = options("http://g");

        assertThatIllegalArgumentException().isThrownBy(() -> options.withConcurrency(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withTimeouts(Duration.ZERO, Duration.ofSeconds(1)));
    }

    private static GitLabRestOptions options(String base) {
        return GitLabRestOptions.of(
                URI.create(base),
                () -> new Effect.Refused<>(Problem.of(Reason.ADMIN_TOKEN_UNRESOLVED)),
                Setup.clock(),
                _ -> {});
    }
}
