package dev.koshin.database.jdbc;

import dev.koshin.database.Answer;
import dev.koshin.database.Dialect;
import dev.koshin.database.Query;
import dev.koshin.database.Session;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Over a connection, with bind parameters. */
final class JdbcSession implements Session {
    private final Connection connection;
    private final Dialect dialect;

    JdbcSession(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    @Override
    public Answer select(Query query) throws SQLException {
        String columns = query.columns().isEmpty() ? "*" : listed(query.columns());
        String sql = "SELECT " + columns + " FROM " + query.table() + query.rest();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < query.parameters().size(); i++) {
                select.setString(i + 1, query.parameters().get(i));
            }
            try (ResultSet rows = select.executeQuery()) {
                return ResultReader.read(rows, dialect);
            }
        }
    }

    @Override
    public List<List<Optional<String>>> texts(List<String> columns, String from) throws SQLException {
        List<List<Optional<String>>> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + listed(columns) + " FROM " + from)) {
            while (rows.next()) {
                List<Optional<String>> row = new ArrayList<>(columns.size());
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(Optional.ofNullable(rows.getString(i)));
                }
                all.add(row);
            }
        }
        return all;
    }

    private String listed(List<String> columns) {
        return columns.stream().map(dialect::quote).collect(Collectors.joining(", "));
    }

    @Override
    public int update(String sql, List<Optional<String>> parameters) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i).isPresent()) {
                    update.setString(i + 1, parameters.get(i).get());
                } else {
                    update.setNull(i + 1, Types.VARCHAR);
                }
            }
            return update.executeUpdate();
        }
    }

    @Override
    public void begin() throws SQLException {
        execute(dialect.begin());
    }

    @Override
    public void commit() throws SQLException {
        execute("COMMIT");
    }

    @Override
    public void rollback() throws SQLException {
        execute("ROLLBACK");
    }

    /**
     * Statements instead of {@link Connection#setAutoCommit}, which would cost two more round trips in each
     * transaction.
     */
    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
