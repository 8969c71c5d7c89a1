package dev.koshin.database.client;

import dev.koshin.database.Answer;
import dev.koshin.database.Dialect;
import dev.koshin.database.Query;
import dev.koshin.database.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A session with one client after another: an error ends a client, and outside of a transaction the next question
 * starts a new one.
 */
final class ClientSession implements Session, AutoCloseable {
    private final Opening opening;
    private Optional<Talk> talk = Optional.empty();
    private boolean transaction;

    ClientSession(Opening opening) {
        this.opening = opening;
    }

    @Override
    public Answer select(Query query) throws SQLException {
        List<ShownColumn> columns = columns(query);
        List<Optional<String>> parameters =
                query.parameters().stream().map(Optional::of).toList();
        String sql = columns.stream()
                .map(ShownColumn::selected)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + query.table() + query.rest()));
        return new Answer(
                columns.stream().map(ShownColumn::column).toList(),
                rows(ask(Literal.bound(sql, parameters)).lines(), columns));
    }

    /**
     * The server's own list, by the very name that the SELECT uses. It leaves out what this user may not read, so that
     * a question for all columns asks for them as such too; what else is missing, the SELECT will complain of.
     */
    private List<ShownColumn> columns(Query query) throws SQLException {
        boolean all = query.columns().isEmpty();
        String show = Literal.bound("SHOW FULL COLUMNS FROM " + query.table(), List.of());
        String asked = all ? "SELECT * FROM " + query.table() + " WHERE 1 = 0;\n" + show : show;
        List<ShownColumn> shown =
                ask(asked).lines().stream().map(ShownColumn::of).toList();
        return all
                ? shown
                : query.columns().stream().map(name -> named(name, shown)).toList();
    }

    private static ShownColumn named(String name, List<ShownColumn> all) {
        return all.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseGet(() -> new ShownColumn(name, ""));
    }

    @Override
    public List<List<Optional<String>>> texts(List<String> columns, String from) throws SQLException {
        List<ShownColumn> texts =
                columns.stream().map(name -> new ShownColumn(name, "")).toList();
        String sql =
                texts.stream().map(ShownColumn::selected).collect(Collectors.joining(", ", "SELECT ", " FROM " + from));
        return rows(ask(Literal.bound(sql, List.of())).lines(), texts);
    }

    private static List<List<Optional<String>>> rows(List<String> lines, List<ShownColumn> columns)
            throws SQLException {
        List<List<Optional<String>>> rows = new ArrayList<>(lines.size());
        for (String line : lines) {
            rows.add(row(line.split("\t", -1), columns));
        }
        return rows;
    }

    private static List<Optional<String>> row(String[] cells, List<ShownColumn> columns) throws SQLException {
        if (cells.length != columns.size()) {
            throw new SQLException("an answer that is no row", "22000");
        }
        List<Optional<String>> row = new ArrayList<>(cells.length);
        for (int i = 0; i < cells.length; i++) {
            row.add(Cell.read(cells[i], columns.get(i).isBinary()));
        }
        return row;
    }

    @Override
    public int update(String sql, List<Optional<String>> parameters) throws SQLException {
        return Math.toIntExact(ask(Literal.bound(sql, parameters)).changed());
    }

    @Override
    public void begin() throws SQLException {
        ask(Dialect.MARIADB.begin());
        transaction = true;
    }

    @Override
    public void commit() throws SQLException {
        ask("COMMIT");
        transaction = false;
    }

    @Override
    public void rollback() throws SQLException {
        ask("ROLLBACK");
        transaction = false;
    }

    /** Whether it still answers; one that has no client yet will. */
    boolean answers() {
        try {
            return talk.isEmpty() || talk.get().ask("DO 0").lines().isEmpty();
        } catch (SQLException _) {
            return false;
        }
    }

    private Talk.Reply ask(String statement) throws SQLException {
        if (talk.isEmpty() || (talk.get().isOver() && !transaction)) {
            talk = Optional.of(opening.open());
        }
        return talk.get().ask(statement);
    }

    /** Leaves at once: something may be open that nobody wants to see finished. */
    void abandon() {
        talk.ifPresent(Talk::abandon);
    }

    @Override
    public void close() {
        talk.ifPresent(Talk::close);
    }
}
