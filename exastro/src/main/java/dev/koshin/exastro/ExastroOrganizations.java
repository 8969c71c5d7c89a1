package dev.koshin.exastro;

import dev.koshin.database.Session;
import dev.koshin.model.CredentialName;
import dev.koshin.model.TargetName;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import dev.koshin.target.sqlrow.Row;
import dev.koshin.target.sqlrow.SqlRowTargets;
import dev.koshin.target.sqlrow.SqlTable;
import dev.koshin.target.sqlrow.SqlTableOptions;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The organizations of one installation of ITA. May be used by many threads. */
public final class ExastroOrganizations implements AutoCloseable {
    /** What ITA needs an organization's token for. */
    public static final SortedSet<String> SCOPES = Collections.unmodifiableSortedSet(new TreeSet<>(List.of("api")));

    private static final String SERVER =
            "(SELECT VERSION() AS VERSION, @@lower_case_table_names AS CASE_OF_NAMES) AS SERVER";

    private final SqlTable table;
    private final Optional<RunningExecutions> executions;

    private ExastroOrganizations(OrganizationsOptions options) {
        this.table = SqlRowTargets.table(new SqlTableOptions(
                options.database(),
                options.schema(),
                options.table(),
                OrganizationRow.KEY,
                OrganizationRow.TOKEN,
                new TreeMap<>(Map.of(OrganizationRow.DISUSE, OrganizationRow.IN_USE))));
        this.executions = options.isMariaDb() ? Optional.of(new RunningExecutions(table.database())) : Optional.empty();
    }

    /** The organizations in this database; nothing is asked before the first look. */
    public static ExastroOrganizations of(OrganizationsOptions options) {
        return new ExastroOrganizations(options);
    }

    /** Reads all rows with one query. */
    public Effect<Found> look() {
        return table.rows(OrganizationRow.COLUMNS).map(this::found);
    }

    /** What can be seen of the workspaces; empty if this is no database in which any are. */
    public Optional<Effect<Workspaces>> workspaces() {
        return executions.map(RunningExecutions::workspaces);
    }

    /** Which server it is; empty if it is none that a real installation has. */
    public Optional<Effect<DatabaseServer>> server() {
        return executions.map(_ -> table.database().read("VERSION()", ExastroOrganizations::server));
    }

    private static DatabaseServer server(Session session) throws SQLException {
        List<String> row = session.texts(List.of("VERSION", "CASE_OF_NAMES"), SERVER).getFirst().stream()
                .map(cell -> cell.orElse(""))
                .toList();
        return new DatabaseServer(row.getFirst(), row.getLast());
    }

    /** ITA's whole table. */
    public Place place() {
        return table.place();
    }

    private Found found(List<Row> rows) {
        List<OrganizationRow> all = rows.stream().map(OrganizationRow::of).toList();
        List<OrganizationRow> live =
                all.stream().filter(row -> row.skipped().isEmpty()).toList();
        return new Found(
                Grouping.of(live).entrySet().stream()
                        .map(named -> organization(named.getKey(), named.getValue()))
                        .toList(),
                all.stream()
                        .flatMap(row -> row.skipped().stream())
                        .sorted(Comparator.comparing(Skipped::organizationId).thenComparing(Skipped::key))
                        .toList());
    }

    private Organization organization(CredentialName name, List<OrganizationRow> rows) {
        OrganizationRow first = rows.getFirst();
        SortedSet<String> ids = rows.stream().map(OrganizationRow::id).collect(Collectors.toCollection(TreeSet::new));
        List<Target> targets =
                rows.stream().map(row -> table.row(row.key(), row.guards())).toList();
        Map<TargetName, Held> held = targets.stream().collect(Collectors.toMap(Target::name, _ -> first.held()));
        return new Organization(name, ids, first.user(), targets, held, consumers(ids));
    }

    /** A database that is not MariaDB is no real installation: nothing runs there. */
    private Consumers consumers(SortedSet<String> ids) {
        return executions
                .<Consumers>map(running -> new OrganizationConsumers(ids, running))
                .orElseGet(Consumers::readingEachTime);
    }

    @Override
    public void close() {
        table.close();
    }
}
