package dev.koshin.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.nio.file.Path;
import java.util.Map;

/** What the tests of all sources ask. */
final class Answered {
    static final SecretSources SOURCES = new SecretSources(System.getenv(), new Home(Path.of("/home/somebody")));

    private Answered() {}

    static SecretSources with(Map<String, String> environment) {
        return new SecretSources(environment, new Home(Path.of("/home/somebody")));
    }

    static void yields(SecretSource source, String value) {
        assertThat(source.resolve()).isEqualTo(new Effect.Done<>(Secret.of(value)));
    }

    static void refuses(SecretSource source, String why) {
        assertThat(source.resolve())
                .isEqualTo(new Effect.Refused<Secret>(Problem.of(Reason.SECRET_UNRESOLVED, source.description(), why)));
    }
}
