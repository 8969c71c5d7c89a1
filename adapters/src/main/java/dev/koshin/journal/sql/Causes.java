package dev.koshin.journal.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The database's own exceptions within another. */
final class Causes {
    private static final int DEEPEST = 20;

    private Causes() {}

    /** Outermost first; a batch hangs the true one behind its own as the "next". */
    static List<SQLException> of(Throwable failure) {
        List<SQLException> found = new ArrayList<>();
        @Nullable Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            @Nullable Throwable inner = at.getCause();
            if (at instanceof SQLException sql) {
                found.add(sql);
                inner = sql.getNextException() == null ? inner : sql.getNextException();
            }
            at = inner;
        }
        return found;
    }
}
