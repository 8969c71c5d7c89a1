package dev.koshin.target.sqlrow;

/** Opens tables whose rows hold tokens. */
public final class SqlRowTargets {
    private SqlRowTargets() {}

    /** A table; no connection is opened before the first question. Close it to close its connections. */
    public static SqlTable table(SqlTableOptions options) {
        return new SqlTable(options, new SqlDatabase(options.database()));
    }
}
