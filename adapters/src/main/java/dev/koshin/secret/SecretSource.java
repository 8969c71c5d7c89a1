package dev.koshin.secret;

import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.nio.file.Path;
import java.util.Optional;

/** A reference to a secret: where it is, not what it is. */
public sealed interface SecretSource
        permits EnvironmentSource, FileSource, EnvFileSource, CommandSource, KubernetesSource {
    /**
     * Reads the secret as it is now; nothing is remembered from the last time.
     *
     * @return done, or refused as {@link dev.koshin.model.Reason#SECRET_UNRESOLVED} with {@link #description} and a
     *     short reason; never unclear
     */
    Effect<Secret> resolve();

    /** For people, such as {@code environment variable ITA_DB_PASSWORD}; names the place only. */
    String description();

    /** The file on this machine that holds it; empty if it is elsewhere. */
    default Optional<Path> file() {
        return Optional.empty();
    }
}
