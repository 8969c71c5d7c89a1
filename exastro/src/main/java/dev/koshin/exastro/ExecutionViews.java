package dev.koshin.exastro;

import dev.koshin.database.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The views that show executions, read in one session. */
final class ExecutionViews {
    private static final int VIEWS_PER_QUERY = 100;
    private static final int UNKNOWN_DATABASE = 1049;
    private static final int UNKNOWN_TABLE = 1146;

    /** Both spellings, because a server may keep names in small letters and still tell them from capitals here. */
    private static final String LISTED = Stream.concat(
                    ExecutionView.NAMES.stream(),
                    ExecutionView.NAMES.stream().map(name -> name.toLowerCase(Locale.ROOT)))
            .collect(Collectors.joining("', '", "INFORMATION_SCHEMA.VIEWS WHERE TABLE_NAME IN ('", "')"));

    private final Session session;

    ExecutionViews(Session session) {
        this.session = session;
    }

    /** All views there are now, in portions that one query can read. */
    List<List<ExecutionView>> chunks() throws SQLException {
        List<ExecutionView> views = session.texts(List.of("TABLE_SCHEMA", "TABLE_NAME"), LISTED).stream()
                .map(row -> new ExecutionView(text(row, 0), text(row, 1)))
                .toList();
        List<List<ExecutionView>> chunks = new ArrayList<>();
        for (int from = 0; from < views.size(); from += VIEWS_PER_QUERY) {
            chunks.add(views.subList(from, Math.min(views.size(), from + VIEWS_PER_QUERY)));
        }
        return chunks;
    }

    /**
     * What runs in {@code views}. If they cannot be read together, they are read one by one: a workspace may have been
     * deleted meanwhile, or two may disagree about collations.
     */
    List<Execution> running(List<ExecutionView> views) throws SQLException {
        try {
            return read(views.stream().map(ExecutionView::running).collect(Collectors.joining(" UNION ALL ")));
        } catch (SQLException together) {
            if (isLost(together)) {
                throw together;
            }
        }
        List<Execution> all = new ArrayList<>();
        for (ExecutionView view : views) {
            all.addAll(existing(view));
        }
        return all;
    }

    private List<Execution> existing(ExecutionView view) throws SQLException {
        try {
            return read(view.running());
        } catch (SQLException e) {
            if (e.getErrorCode() == UNKNOWN_TABLE || e.getErrorCode() == UNKNOWN_DATABASE) {
                return List.of();
            }
            throw e;
        }
    }

    private static boolean isLost(SQLException thrown) {
        return Optional.ofNullable(thrown.getSQLState()).orElse("").startsWith("08");
    }

    private List<Execution> read(String sql) throws SQLException {
        return session.texts(ExecutionView.COLUMNS, "(" + sql + ") AS RUNNING").stream()
                .map(row -> new Execution(text(row, 0), text(row, 1), text(row, 2), text(row, 3)))
                .toList();
    }

    private static String text(List<Optional<String>> row, int column) {
        return row.get(column).orElse("");
    }
}
