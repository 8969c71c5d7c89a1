package dev.koshin.database;

import java.sql.SQLException;

/** The open sessions of one database. Callers queue in the order of their coming. */
public interface Sessions extends AutoCloseable {
    /** A working session without transaction. Close it in any case; without {@link Lease#keep} it is thrown away. */
    Lease borrow() throws SQLException;

    @Override
    void close();

    /** A session in use by one caller. */
    interface Lease extends AutoCloseable {
        /** The session. */
        Session session();

        /** Says that the session is in order: no transaction is open, and the server has answered. */
        void keep();

        @Override
        void close();
    }
}
