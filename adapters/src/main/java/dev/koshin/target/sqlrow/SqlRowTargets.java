package dev.koshin.target.sqlrow;

/** Opens tables whose rows hold tokens. */
public final class SqlRowTargets {
    private SqlRowTargets() {}

    /** A table; nothing is reached before the first question. Close it to end its sessions. */
    public static SqlTable table(SqlTableOptions options) {
        return new SqlTable(options, options.database().open());
    }
}
