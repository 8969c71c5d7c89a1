/**
 * Databases reached through their drivers.
 *
 * <p>{@link dev.koshin.database.jdbc.JdbcOptions} is the door. Works with MariaDB, MySQL, PostgreSQL and SQLite.
 */
@NullMarked
package dev.koshin.database.jdbc;

import org.jspecify.annotations.NullMarked;
