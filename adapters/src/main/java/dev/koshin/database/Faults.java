package dev.koshin.database;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns what a session throws into a problem with a name. A driver's own message is never passed on, because it may
 * repeat values; only SQLState and error number are.
 */
final class Faults {
    private static final int SQLITE_ERROR = 1;
    private static final int SQLITE_PERM = 3;
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_READONLY = 8;
    private static final int SQLITE_CANTOPEN = 14;
    private static final int SQLITE_NOTADB = 26;

    private final Dialect dialect;
    private final String location;
    private final String user;

    Faults(Dialect dialect, String location, String user) {
        this.dialect = dialect;
        this.location = location;
        this.user = user;
    }

    String locate(String what) {
        return what + " at " + location;
    }

    /** What {@code thrown} says about {@code what}. */
    Problem problem(SQLException thrown, String what) {
        SQLException root = root(thrown);
        if (root instanceof KnownProblem known) {
            return known.problem();
        }
        Reason reason = reason(root);
        return switch (reason) {
            case TARGET_UNREACHABLE -> Problem.of(reason, location, code(root));
            case TARGET_LOGIN_REFUSED -> Problem.of(reason, location, user);
            case TARGET_NOT_WRITABLE -> Problem.of(reason, locate(what), user);
            default -> Problem.of(reason, locate(what), code(root));
        };
    }

    /** Whether an error in answer to COMMIT says for certain that nothing was committed. */
    boolean rolledBack(SQLException thrown) {
        String state = state(thrown);
        boolean said = (state.startsWith("40") && !state.equals("40003")) || state.startsWith("23");
        return said || (dialect == Dialect.SQLITE && thrown.getErrorCode() == SQLITE_BUSY);
    }

    /** A pool that waited in vain wraps the reason why no connection came. */
    private static SQLException root(SQLException thrown) {
        return thrown.getCause() instanceof SQLException cause ? root(cause) : thrown;
    }

    private static String state(SQLException thrown) {
        return Optional.ofNullable(thrown.getSQLState()).orElse("");
    }

    private static String code(SQLException thrown) {
        return "SQLState " + state(thrown) + ", error " + thrown.getErrorCode();
    }

    private Reason reason(SQLException root) {
        return switch (dialect) {
            case MARIADB -> byNumber(root.getErrorCode()).orElseGet(() -> byState(state(root)));
            case POSTGRESQL -> byState(state(root));
            case SQLITE -> sqlite(root);
        };
    }

    /** MariaDB's and MySQL's own numbers, where SQLState is too coarse. */
    private static Optional<Reason> byNumber(int error) {
        return switch (error) {
            case 1040, 1053, 1203, 1226, 1927 -> Optional.of(Reason.TARGET_UNREACHABLE);
            case 1044, 1045, 1129, 1130, 1698 -> Optional.of(Reason.TARGET_LOGIN_REFUSED);
            case 1049, 1146 -> Optional.of(Reason.TARGET_TABLE_MISSING);
            case 1054 -> Optional.of(Reason.TARGET_COLUMN_MISSING);
            case 1142, 1143, 1290, 1792, 1836 -> Optional.of(Reason.TARGET_NOT_WRITABLE);
            default -> Optional.empty();
        };
    }

    /** The standard's classes, and PostgreSQL's codes. */
    private static Reason byState(String state) {
        return switch (state) {
            case "3D000", "3F000", "42P01", "42S02" -> Reason.TARGET_TABLE_MISSING;
            case "42703", "42S22" -> Reason.TARGET_COLUMN_MISSING;
            case "25006", "42501" -> Reason.TARGET_NOT_WRITABLE;
            case "53300", "57P01", "57P02", "57P03" -> Reason.TARGET_UNREACHABLE;
            default -> byClass(state);
        };
    }

    private static Reason byClass(String state) {
        if (state.startsWith("08")) {
            return Reason.TARGET_UNREACHABLE;
        }
        return state.startsWith("28") ? Reason.TARGET_LOGIN_REFUSED : Reason.TARGET_FAILED;
    }

    /** SQLite has one number for everything about names; only its message tells a table from a column. */
    private static Reason sqlite(SQLException root) {
        String message = Optional.ofNullable(root.getMessage()).orElse("").toLowerCase(Locale.ROOT);
        return switch (root.getErrorCode()) {
            case SQLITE_CANTOPEN, SQLITE_NOTADB -> Reason.TARGET_UNREACHABLE;
            case SQLITE_READONLY, SQLITE_PERM -> Reason.TARGET_NOT_WRITABLE;
            case SQLITE_ERROR ->
                message.contains("no such table")
                        ? Reason.TARGET_TABLE_MISSING
                        : message.contains("no such column") ? Reason.TARGET_COLUMN_MISSING : Reason.TARGET_FAILED;
            default -> Reason.TARGET_FAILED;
        };
    }
}
