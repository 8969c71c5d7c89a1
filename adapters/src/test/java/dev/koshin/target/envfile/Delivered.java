package dev.koshin.target.envfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file with one key, and what is done with it. */
record Delivered(Path path) {
    static final String KEY = "GITLAB_ROOT_TOKEN";
    static final String NEW = "glpat-New_Value.01";

    /** A file that holds {@code text}. */
    static Delivered to(Path folder, String text) {
        return new Delivered(folder.resolve(".env")).holding(text);
    }

    Delivered holding(String text) {
        try {
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Target target() {
        return EnvFileTargets.of(new EnvFileOptions(path, KEY));
    }

    Effect<Target.Receipt> deliver(Held expected) {
        return target().deliver(expected, Secret.of(NEW));
    }

    /** Delivers over what is there; the file must be {@code text} afterwards. */
    void becomes(String text) {
        Effect<Held> held = target().read();
        assertThat(held).isInstanceOf(Effect.Done.class);
        assertThat(held.flatMap(this::deliver)).isInstanceOf(Effect.Done.class);
        assertThat(path).content().isEqualTo(text);
        assertThat(target().read()).isEqualTo(new Effect.Done<>(new Held.Value(Secret.of(NEW))));
    }
}
