/**
 * The journal in a database: SQLite by default, PostgreSQL or MariaDB (and MySQL, through MariaDB's driver) for several
 * instances.
 *
 * <p>Survives the death of the process or a power cut at any moment, a connection that is cut or a database that
 * restarts between two calls, deadlocks, and two processes that ask for the same lease. What it does not survive:
 *
 * <ul>
 *   <li>a connection that is cut while a change is being committed: the callers get
 *       {@link dev.koshin.journal.JournalUnavailable}, and the entries may be there;
 *   <li>a server that was told to lie about the disk, such as MariaDB with {@code innodb_flush_log_at_trx_commit=2};
 *   <li>SQLite on a network file system, whose locks do not hold.
 * </ul>
 *
 * <p>All changes of one process go through one thread, which commits what is waiting as one transaction: see
 * {@link dev.koshin.journal.sql.Writer}.
 */
@NullMarked
package dev.koshin.journal.sql;

import org.jspecify.annotations.NullMarked;
