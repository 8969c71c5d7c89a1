package dev.koshin.database.client;

import dev.koshin.database.KnownProblem;
import dev.koshin.database.client.Script.Door;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.process.Command;
import dev.koshin.process.Dialogue;
import dev.koshin.process.Excerpts;
import dev.koshin.spi.Effect;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

/** Starts clients, each with the password as it is at that moment. */
final class Opening {
    /** What the server has for a statement, the engine has on top of it. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    /** Nobody listens there, by MariaDB's and by MySQL's number, or no encryption comes about. */
    private static final Set<Integer> NO_DOOR = Set.of(2002, 2003, 2026);

    private final ClientOptions options;
    private volatile Door door = Door.ADDRESS;

    Opening(ClientOptions options) {
        this.options = options;
    }

    /** A client that is logged in. */
    Talk open() throws SQLException {
        Door first = door;
        try {
            return open(first);
        } catch (SQLException e) {
            if (!NO_DOOR.contains(e.getErrorCode())) {
                throw e;
            }
            Door other = first == Door.ADDRESS ? Door.SOCKET : Door.ADDRESS;
            Talk talk = orElse(other, e);
            door = other;
            return talk;
        }
    }

    /** Where no door is open, the first one says why. */
    private Talk orElse(Door other, SQLException first) throws SQLException {
        try {
            return open(other);
        } catch (SQLException e) {
            throw NO_DOOR.contains(e.getErrorCode()) ? first : e;
        }
    }

    private Talk open(Door through) throws SQLException {
        Secret password = password();
        Dialogue dialogue = started(through);
        Talk talk = new Talk(dialogue, options.statementTimeout().plus(MARGIN));
        boolean open = false;
        try {
            dialogue.say(Secret.of(password.reveal(value -> value + "\n")));
            awaitClient(dialogue);
            talk.ask(settings());
            open = true;
            return talk;
        } catch (IOException _) {
            throw unreachable(Excerpts.last(dialogue.errors()));
        } finally {
            if (!open) {
                dialogue.kill();
            }
        }
    }

    private Secret password() throws SQLException {
        return switch (options.password().get()) {
            case Effect.Done<Secret>(Secret secret) -> oneLine(secret);
            case Effect.Refused<Secret>(Problem problem) -> throw new KnownProblem(problem);
            case Effect.Unclear<Secret>(Problem problem) -> throw new KnownProblem(problem);
        };
    }

    /** The shell reads one line; what follows would be a statement. */
    private Secret oneLine(Secret password) throws SQLException {
        if (password.<Boolean>reveal(value -> value.contains("\n") || value.contains("\0"))) {
            throw new KnownProblem(
                    Problem.of(Reason.TARGET_LOGIN_REFUSED, options.inside().name(), options.user()));
        }
        return password;
    }

    /** Inherited variables named MYSQL_… are about this machine's own client, and one of them is a password. */
    private Dialogue started(Door through) throws SQLException {
        try {
            return options.starter()
                    .start(Command.of(Script.words(options, through), options.startTimeout())
                            .without("MYSQL_")
                            .without("MARIADB_")
                            .without("GITLAB_"));
        } catch (IOException e) {
            throw unreachable(String.valueOf(e.getMessage()));
        }
    }

    /** Until the shell speaks, all that was written is the engine's, which does not know the password. */
    private void awaitClient(Dialogue dialogue) throws SQLException {
        while (true) {
            switch (dialogue.hear(options.startTimeout())) {
                case Dialogue.Heard.Line(String text) -> {
                    if (text.equals(Script.FOUND)) {
                        return;
                    }
                    if (text.equals(Script.NONE)) {
                        throw new KnownProblem(Problem.of(
                                Reason.DATABASE_CLIENT_MISSING, options.inside().name()));
                    }
                }
                case Dialogue.Heard.End _ -> throw unreachable(Excerpts.last(dialogue.errors()));
                case Dialogue.Heard.Silence _ ->
                    throw unreachable("no answer in " + options.startTimeout().toSeconds() + " s");
            }
        }
    }

    private KnownProblem unreachable(String why) {
        return new KnownProblem(
                Problem.of(Reason.TARGET_UNREACHABLE, options.inside().name(), why));
    }

    /** Nothing of the server's own settings may change an answer; a session that is left behind ends in a minute. */
    private String settings() {
        long seconds = options.statementTimeout().toSeconds();
        return "SET NAMES utf8mb4;\nSET SESSION sql_mode = 'STRICT_ALL_TABLES', SESSION autocommit = 1"
                + ", SESSION completion_type = 0, SESSION wait_timeout = 60, SESSION innodb_lock_wait_timeout = "
                + seconds
                + ", SESSION lock_wait_timeout = " + seconds;
    }
}
