package dev.koshin.journal.sql;

import dev.koshin.journal.Lease;
import dev.koshin.model.CredentialName;
import dev.koshin.model.RenewalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table koshin_lease. */
record LeaseTable(Handle handle, Dialect dialect) {

    /** Locks the rows of {@code names} until the transaction ends, in the same order as every other process. */
    Map<CredentialName, LeaseRow> lock(SortedSet<CredentialName> names) {
        Map<CredentialName, LeaseRow> rows = new HashMap<>();
        if (!names.isEmpty()) {
            handle.createQuery("SELECT credential, fence, holder, until_millis, time_millis, renewal FROM koshin_lease"
                            + " WHERE credential IN (<names>) ORDER BY credential" + dialect.locking())
                    .bindList("names", names.stream().map(CredentialName::value).toList())
                    .map((row, _) -> row(row))
                    .forEach(row -> rows.put(row.lease().credential(), row));
        }
        return rows;
    }

    /** Makes rows for {@code names}, unless somebody else was quicker. */
    void add(SortedSet<CredentialName> names) {
        if (names.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(dialect.insertNew(
                "koshin_lease (credential, fence, until_millis, time_millis) VALUES (?, 0, 0, 0)", "credential"));
        names.forEach(name -> batch.add(name.value()));
        batch.execute();
    }

    void save(Collection<LeaseRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("UPDATE koshin_lease SET fence = :fence, holder = :holder,"
                + " until_millis = :until, time_millis = :time, renewal = :renewal WHERE credential = :credential");
        for (LeaseRow row : rows) {
            batch.bind("fence", row.lease().fence())
                    .bind("holder", row.holder().orElse(null))
                    .bind("until", row.until().toEpochMilli())
                    .bind("time", row.time().toMillis())
                    .bind("renewal", row.renewal().map(RenewalId::value).orElse(null))
                    .bind("credential", row.lease().credential().value())
                    .add();
        }
        batch.execute();
    }

    private static LeaseRow row(ResultSet row) throws SQLException {
        return new LeaseRow(
                new Lease(new CredentialName(row.getString(1)), row.getLong(2)),
                Optional.ofNullable(row.getString(3)),
                Instant.ofEpochMilli(row.getLong(4)),
                Duration.ofMillis(row.getLong(5)),
                Optional.ofNullable(row.getString(6)).map(RenewalId::new));
    }
}
