package dev.koshin.app.config;

import dev.koshin.process.Inside;
import dev.koshin.secret.SecretSource;
import java.util.Optional;

/** A database that holds tokens, by one of the ways that lead there. */
public sealed interface TargetDatabase permits DatabaseConfig, TargetDatabase.Client {
    /**
     * MariaDB or MySQL by the client in its container or pod.
     *
     * @param name the database in which tables are looked for; empty where they say it themselves
     */
    record Client(Inside inside, Optional<String> name, String user, SecretSource password) implements TargetDatabase {}
}
