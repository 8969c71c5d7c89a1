package dev.koshin.database.client;

import dev.koshin.database.DatabaseOptions;
import dev.koshin.database.Dialect;
import dev.koshin.database.SqlDatabase;
import dev.koshin.model.Secret;
import dev.koshin.process.Inside;
import dev.koshin.process.Starter;
import dev.koshin.spi.Effect;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How to reach a database through the client beside it.
 *
 * @param inside where server and client are
 * @param database the one whose tables need no other name before theirs
 * @param password asked anew for each session, never kept
 * @param startTimeout until a container that does not answer counts as unreachable
 * @param statementTimeout for one statement, waiting for a lock included; whole seconds, at least one
 * @param sessions the most that are open at once, each with a program of its own
 */
public record ClientOptions(
        Inside inside,
        Optional<String> database,
        String user,
        Supplier<Effect<Secret>> password,
        Starter starter,
        Duration startTimeout,
        Duration statementTimeout,
        int sessions)
        implements DatabaseOptions {
    /** Thirty seconds: a cluster far away is asked for a process first. */
    public static final Duration START_TIMEOUT = Duration.ofSeconds(30);

    /** Fifteen seconds. */
    public static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(15);

    /** Four. */
    public static final int SESSIONS = 4;

    /** Refuses a time below its unit, and no session at all. */
    public ClientOptions {
        if (startTimeout.toMillis() < 1 || statementTimeout.toSeconds() < 1 || sessions < 1) {
            throw new IllegalArgumentException("a database needs a time to start, to answer, and a session");
        }
    }

    /** With the default times and number of sessions. */
    public static ClientOptions of(Inside inside, String user, Supplier<Effect<Secret>> password, Starter starter) {
        return new ClientOptions(
                inside, Optional.empty(), user, password, starter, START_TIMEOUT, STATEMENT_TIMEOUT, SESSIONS);
    }

    /** With this database. */
    public ClientOptions in(String name) {
        return new ClientOptions(
                inside, Optional.of(name), user, password, starter, startTimeout, statementTimeout, sessions);
    }

    /** With other times. */
    public ClientOptions within(Duration start, Duration statement) {
        return new ClientOptions(inside, database, user, password, starter, start, statement, sessions);
    }

    @Override
    public Dialect dialect() {
        return Dialect.MARIADB;
    }

    @Override
    public SqlDatabase open() {
        return new SqlDatabase(dialect(), inside.name(), user, new ClientSessions(new Opening(this), sessions));
    }

    /** Does not name the password's source. */
    @Override
    public String toString() {
        return "ClientOptions[" + user + " by " + inside.name() + "]";
    }
}
