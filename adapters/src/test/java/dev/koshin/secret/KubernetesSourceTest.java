package dev.koshin.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a cluster says becomes what every reference says. */
final class KubernetesSourceTest {
    private static final KubernetesReference REFERENCE =
            new KubernetesReference("exastro", "gitlab", "TOKEN", Optional.empty(), Optional.of("production"));

    private static SecretSource over(Function<KubernetesReference, Effect<Secret>> clusters) {
        return new SecretSources(Map.of(), new Home(Path.of("/")), clusters).kubernetesSecret(REFERENCE);
    }

    @Test
    void the_value_comes_as_the_cluster_has_it() {
        assertThat(over(asked -> new Effect.Done<>(Secret.of("of " + asked.key())))
                        .resolve())
                .isEqualTo(new Effect.Done<>(Secret.of("of TOKEN")));
    }

    @Test
    void what_no_token_can_look_like_is_refused_as_from_any_other_place() {
        for (String value : List.of("glpat-x\n", "glpat-x\r", "a\tb")) {
            Answered.refuses(
                    over(_ -> new Effect.Done<>(Secret.of(value))), "holds a line break or another control character");
        }
    }

    @Test
    void a_cluster_that_refuses_is_a_reference_that_cannot_be_read() {
        Problem problem = Problem.of(Reason.TARGET_LOGIN_REFUSED, "Secret exastro/gitlab", "403");
        List<Effect<Secret>> answers = List.of(new Effect.Refused<>(problem), new Effect.Unclear<>(problem));
        for (Effect<Secret> answer : answers) {
            assertThat(over(_ -> answer).resolve())
                    .isEqualTo(new Effect.Refused<>(Problem.of(
                            Reason.SECRET_UNRESOLVED,
                            "TOKEN of Secret exastro/gitlab in production",
                            "cannot be read: target-login-refused, 403")));
        }
    }

    @Test
    void without_a_cluster_it_says_so() {
        SecretSource source = new SecretSources(Map.of(), new Home(Path.of("/"))).kubernetesSecret(REFERENCE);
        assertThat(source.resolve()).asString().contains("no cluster is known");
        assertThat(source).hasToString("TOKEN of Secret exastro/gitlab in production");
    }
}
