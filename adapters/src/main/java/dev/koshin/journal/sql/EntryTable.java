package dev.koshin.journal.sql;

import dev.koshin.journal.Lease;
import dev.koshin.model.CredentialName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The table koshin_entry. */
record EntryTable(Handle handle) {
    /** How many names one question may hold; databases allow more, but each its own number. */
    private static final int NAMES = 1000;

    private static final String OPEN = "SELECT " + Row.COLUMNS
            + " FROM koshin_lease l JOIN koshin_entry e ON e.renewal = l.renewal WHERE l.renewal IS NOT NULL";

    /** A line to add. */
    record Addition(Lease lease, Instant at, Line line) {}

    void add(List<Addition> additions) {
        if (additions.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("INSERT INTO koshin_entry"
                + " (renewal, credential, fence, at_millis, kind, payload) VALUES (?, ?, ?, ?, ?, ?)");
        for (Addition addition : additions) {
            Lease lease = addition.lease();
            Line line = addition.line();
            batch.add(
                    line.entry().renewal().value(),
                    lease.credential().value(),
                    lease.fence(),
                    addition.at().toEpochMilli(),
                    line.kind(),
                    line.payload());
        }
        batch.execute();
    }

    /** The rows of all unfinished renewals, in order. */
    Map<CredentialName, List<Row>> unfinished() {
        return byCredential(handle.createQuery(OPEN + " ORDER BY e.seq"));
    }

    /** The rows of the unfinished renewals of {@code names}, in order. */
    Map<CredentialName, List<Row>> unfinished(Collection<CredentialName> names) {
        return names.isEmpty()
                ? Map.of()
                : byCredential(handle.createQuery(OPEN + " AND l.credential IN (<names>) ORDER BY e.seq")
                        .bindList("names", values(names)));
    }

    /** The last {@code limit} rows about {@code names}, or about all if there are none; in order. */
    List<Row> last(Set<CredentialName> names, int limit) {
        if (names.isEmpty()) {
            return last(handle.createQuery(tail("")), limit).reversed();
        }
        List<String> values = values(names);
        List<Row> found = new ArrayList<>();
        for (int from = 0; from < values.size(); from += NAMES) {
            List<String> some = values.subList(from, Math.min(from + NAMES, values.size()));
            found.addAll(last(
                    handle.createQuery(tail(" WHERE e.credential IN (<names>)")).bindList("names", some), limit));
        }
        found.sort(Comparator.comparingLong(Row::sequence));
        return found.subList(Math.max(0, found.size() - limit), found.size());
    }

    /** Hands over the rows that a {@link dev.koshin.journal.Past} is made of, in order, without keeping them. */
    void aboutValues(BiConsumer<CredentialName, Row> use) {
        handle.createQuery("SELECT " + Row.COLUMNS
                        + " FROM koshin_entry e WHERE e.kind IN ('started', 'proven', 'adopted') ORDER BY e.seq")
                .map((row, _) -> Map.entry(new CredentialName(row.getString(7)), Row.of(row)))
                .forEach(row -> use.accept(row.getKey(), row.getValue()));
    }

    private static String tail(String where) {
        return "SELECT " + Row.COLUMNS + " FROM koshin_entry e" + where + " ORDER BY e.seq DESC LIMIT :limit";
    }

    private static List<Row> last(Query query, int limit) {
        return query.bind("limit", limit).map((row, _) -> Row.of(row)).list();
    }

    private static List<String> values(Collection<CredentialName> names) {
        return names.stream().map(CredentialName::value).toList();
    }

    private static Map<CredentialName, List<Row>> byCredential(Query query) {
        Map<CredentialName, List<Row>> rows = new LinkedHashMap<>();
        query.map((row, _) -> Map.entry(new CredentialName(row.getString(7)), Row.of(row)))
                .forEach(row -> rows.computeIfAbsent(row.getKey(), _ -> new ArrayList<>())
                        .add(row.getValue()));
        return rows;
    }
}
