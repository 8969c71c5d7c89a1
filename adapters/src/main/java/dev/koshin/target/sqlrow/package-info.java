/**
 * One column of one row of a database table as a target; the table is its place.
 *
 * <p>{@link dev.koshin.target.sqlrow.SqlRowTargets} is the door. Works with MariaDB, MySQL, PostgreSQL and SQLite.
 *
 * <p>Survives: a lost connection at any moment (before COMMIT nothing happened, at COMMIT the answer is unclear),
 * somebody else's writing at the same time, collations that ignore case, servers that shorten values silently, triggers
 * that change other columns (rolled back), a server that restarts between two calls.
 *
 * <p>Does not survive: a table without transactions (MyISAM), where a roll-back undoes nothing; a row changed by
 * somebody who writes back a whole row read before (look again later).
 */
@NullMarked
package dev.koshin.target.sqlrow;

import org.jspecify.annotations.NullMarked;
