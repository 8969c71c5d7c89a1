package dev.koshin.journal.sql;

import dev.koshin.journal.JournalUnavailable;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;

/** Says what is wrong with the journal at an address, without its passwords. */
record Failures(Address address) {

    JournalUnavailable unavailable(Throwable cause) {
        return new JournalUnavailable(problem(reason(cause)), cause);
    }

    JournalUnavailable unavailable(String reason) {
        return new JournalUnavailable(problem(reason));
    }

    /** {@code found} is what this version does not know: a schema's number, or an entry's kind. */
    JournalUnavailable newer(String found) {
        return new JournalUnavailable(Problem.of(Reason.JOURNAL_NEWER, address.shown(), found));
    }

    private Problem problem(String reason) {
        return Problem.of(Reason.JOURNAL_UNAVAILABLE, address.shown(), address.scrubbed(reason));
    }

    /** The innermost message of a database, which says most; Jdbi's own hold whole statements. */
    private static String reason(Throwable cause) {
        String reason = cause instanceof FileSystemException file ? words(file) : cause.toString();
        for (SQLException deepest : Causes.of(cause)) {
            String message = deepest.getMessage();
            reason = message == null ? deepest.toString() : message;
        }
        return reason;
    }

    /** Of most exceptions about files the name says what is wrong, and the message is a path. */
    private static String words(FileSystemException failure) {
        String file = failure.getFile();
        return switch (failure) {
            case NoSuchFileException _ -> "there is no folder for " + file;
            case AccessDeniedException _ -> "this user may not write " + file;
            default -> failure.getReason() == null ? failure.toString() : file + ": " + failure.getReason();
        };
    }
}
