package dev.koshin.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What a database is asked through, by one caller at a time. Values are always parameters. An error says SQLState and
 * number; its text may be anything and is passed on to nobody.
 */
public interface Session {
    /** Rows of a table, with what the answer itself says about its columns. */
    Answer select(Query query) throws SQLException;

    /**
     * Rows of texts.
     *
     * @param columns their names, without quotes
     * @param from what follows FROM
     */
    List<List<Optional<String>>> texts(List<String> columns, String from) throws SQLException;

    /**
     * Runs an UPDATE.
     *
     * @param parameters what stands for each question mark; empty is NULL
     * @return how many rows it changed; whether one counts that held the new value before, databases do not agree
     */
    int update(String sql, List<Optional<String>> parameters) throws SQLException;

    /** Begins a transaction. */
    void begin() throws SQLException;

    /** Ends the transaction; an error may mean that it is committed all the same. */
    void commit() throws SQLException;

    /** Ends the transaction as if it had never begun. */
    void rollback() throws SQLException;
}
