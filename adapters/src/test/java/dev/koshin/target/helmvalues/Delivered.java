package dev.koshin.target.helmvalues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One file with one value, and what is done with it. */
record Delivered(Path path, String key) {
    static final String NEW = "glpat-New_Value.01";

    /** A file that holds {@code text}, with the value at {@code a.b}. */
    static Delivered to(Path folder, String text) {
        return new Delivered(folder.resolve("values.yaml"), "a.b").holding(text);
    }

    Delivered at(String other) {
        return new Delivered(path, other);
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
        return HelmValuesTargets.of(new HelmValuesOptions(path, key));
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
