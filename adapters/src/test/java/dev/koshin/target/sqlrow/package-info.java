/** Tests against real MariaDB, PostgreSQL and SQLite. */
@NullMarked
package dev.koshin.target.sqlrow;

import org.jspecify.annotations.NullMarked;
