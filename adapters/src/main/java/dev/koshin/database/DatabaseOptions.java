package dev.koshin.database;

/** Where a database is and how to reach it. */
public interface DatabaseOptions {
    /** What kind of database it is. */
    Dialect dialect();

    /** The database; nothing is reached before the first question. Close it to end its sessions. */
    SqlDatabase open();
}
