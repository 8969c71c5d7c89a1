package dev.koshin.app.config;

import dev.koshin.secret.SecretSource;
import java.util.Optional;

/**
 * A database and how to log in there.
 *
 * @param url JDBC URL without any password; the path of a SQLite file is absolute
 * @param user empty for SQLite, which has none
 * @param password empty for SQLite, and for a journal whose database asks for none
 */
public record DatabaseConfig(String url, Optional<String> user, Optional<SecretSource> password)
        implements TargetDatabase {}
