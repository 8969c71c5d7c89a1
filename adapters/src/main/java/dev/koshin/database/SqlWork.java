package dev.koshin.database;

import java.sql.SQLException;

/**
 * Something done in one session, which stays the database's.
 *
 * @param <T> what it yields
 */
@FunctionalInterface
public interface SqlWork<T> {
    /** Does it; the session must not be kept. */
    T over(Session session) throws SQLException;
}
