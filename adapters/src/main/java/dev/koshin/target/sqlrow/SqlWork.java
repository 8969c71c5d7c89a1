package dev.koshin.target.sqlrow;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Something done with one connection, which stays the database's.
 *
 * @param <T> what it yields
 */
@FunctionalInterface
public interface SqlWork<T> {
    /** Does it; the connection must not be kept. */
    T over(Connection connection) throws SQLException;
}
