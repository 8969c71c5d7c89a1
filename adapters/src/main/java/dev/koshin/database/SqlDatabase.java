package dev.koshin.database;

import dev.koshin.spi.Effect;
import java.sql.SQLException;

/** A database and its open sessions. Every ending is an {@link Effect}; nothing is tried twice. */
public final class SqlDatabase implements AutoCloseable {
    private final Dialect dialect;
    private final Sessions sessions;
    private final Faults faults;

    /**
     * @param location where it is, fit for a message
     * @param user who logs in there
     */
    public SqlDatabase(Dialect dialect, String location, String user, Sessions sessions) {
        this.dialect = dialect;
        this.sessions = sessions;
        this.faults = new Faults(dialect, location, user);
    }

    /** What kind of database it is. */
    public Dialect dialect() {
        return dialect;
    }

    /** For people: what is where, such as {@code ITA_DB.T_COMN_ORGANIZATION_DB_INFO at 127.0.0.1:3306}. */
    public String locate(String what) {
        return faults.locate(what);
    }

    /**
     * Does {@code work}, which only reads, outside of any transaction.
     *
     * @param what names the table or view in problems
     */
    public <T> Effect<T> read(String what, SqlWork<T> work) {
        try (Sessions.Lease lease = sessions.borrow()) {
            T answer = work.over(lease.session());
            lease.keep();
            return new Effect.Done<>(answer);
        } catch (SQLException e) {
            return new Effect.Refused<>(faults.problem(e, what));
        }
    }

    /**
     * Does {@code work} in a transaction, which is committed if the work is done and rolled back otherwise. Unclear
     * only if the answer to COMMIT is missing.
     */
    public <T> Effect<T> transaction(String what, SqlWork<Effect<T>> work) {
        try (Sessions.Lease lease = sessions.borrow()) {
            lease.session().begin();
            Effect<T> ending = work.over(lease.session());
            if (ending instanceof Effect.Done<T>) {
                return commit(lease, ending, what);
            }
            lease.session().rollback();
            lease.keep();
            return ending;
        } catch (SQLException e) {
            return new Effect.Refused<>(faults.problem(e, what));
        }
    }

    private <T> Effect<T> commit(Sessions.Lease lease, Effect<T> ending, String what) {
        try {
            lease.session().commit();
            lease.keep();
            return ending;
        } catch (SQLException e) {
            return faults.rolledBack(e)
                    ? new Effect.Refused<>(faults.problem(e, what))
                    : new Effect.Unclear<>(faults.problem(e, what));
        }
    }

    @Override
    public void close() {
        sessions.close();
    }
}
