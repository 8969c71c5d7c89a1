package dev.koshin.exastro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.database.SqlDatabase;
import dev.koshin.database.jdbc.JdbcOptions;
import dev.koshin.exastro.sample.ItaSchema;
import dev.koshin.exastro.sample.ItaWorkspace;
import dev.koshin.exastro.sample.SampleOrganization;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Use;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RunningExecutionsTest {
    private static final Fingerprint FRESH = new Fingerprint("0123456789ab");

    private final Connection behind;
    private final ExastroOrganizations organizations;
    private final Consumers first;
    private final Consumers second;
    private final ItaWorkspace one;
    private final ItaWorkspace other;

    RunningExecutionsTest() throws SQLException {
        MariaDb.fresh("ITA_DB");
        behind = MariaDb.owner("");
        ItaSchema schema = ItaSchema.on(behind);
        schema.create();
        schema.insert(SampleOrganization.ofTheManual(_ -> Secret.of("token")));
        organizations = open(MariaDb.USER);
        List<Organization> live =
                ((Effect.Done<Found>) organizations.look()).value().live();
        first = live.getFirst().consumers();
        second = live.get(1).consumers();
        one = new ItaWorkspace(behind, "ITA_WS_1", "test-org-01", "ws1");
        other = new ItaWorkspace(behind, "ITA-`WS`-2", "test-org-01", "ws2");
    }

    private static ExastroOrganizations open(String user) {
        return ExastroOrganizations.of(
                OrganizationsOptions.of(JdbcOptions.of(MariaDb.url(""), user, MariaDb.password())));
    }

    @AfterEach
    void close() throws SQLException {
        organizations.close();
        try (Statement statement = behind.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS ITA_WS_1");
            statement.execute("DROP DATABASE IF EXISTS `ITA-``WS``-2`");
        }
        behind.close();
    }

    private static List<String> uses(Effect<SortedSet<Use>> running) {
        return switch (running) {
            case Effect.Done<SortedSet<Use>>(SortedSet<Use> uses) ->
                uses.stream().map(Use::id).toList();
            case Effect.Refused<SortedSet<Use>>(Problem problem) -> throw new AssertionError("refused: " + problem);
            case Effect.Unclear<SortedSet<Use>>(Problem problem) -> throw new AssertionError("unclear: " + problem);
        };
    }

    @Test
    void nothing_runs_where_no_workspace_is() {
        assertThat(uses(first.running(FRESH))).isEmpty();
    }

    @Test
    void counts_the_workspaces_that_can_be_seen() throws SQLException {
        assertThat(organizations.workspaces()).contains(new Effect.Done<>(new Workspaces(0, 0)));
        one.create();
        other.create();
        one.execution("ANSL", "12", "3");
        one.execution("ANSP", "13", "1");
        assertThat(organizations.workspaces()).contains(new Effect.Done<>(new Workspaces(2, 1)));
    }

    @Test
    void finds_what_runs_in_every_workspace_and_driver() throws SQLException {
        one.create();
        other.create();
        one.execution("ANSL", "12", "3");
        one.execution("ANSP", "12", "3");
        other.execution("ANSL", "12", "4");
        other.execution("ANSR", "7", "2");
        assertThat(uses(first.running(FRESH)))
                .containsExactly(
                        "test-org-01/ws1/ANSL/12",
                        "test-org-01/ws1/ANSP/12",
                        "test-org-01/ws2/ANSL/12",
                        "test-org-01/ws2/ANSR/7");
        assertThat(uses(second.running(FRESH))).isEmpty();
    }

    @Test
    void only_executions_between_start_and_end_count() throws SQLException {
        one.create();
        for (int status = 1; status <= 13; status++) {
            one.execution("ANSR", Integer.toString(status), Integer.toString(status));
        }
        one.execution("ANSR", "discarded", "3", "1");
        assertThat(uses(first.running(FRESH)))
                .containsExactlyInAnyOrder(
                        "test-org-01/ws1/ANSR/2",
                        "test-org-01/ws1/ANSR/3",
                        "test-org-01/ws1/ANSR/4",
                        "test-org-01/ws1/ANSR/11",
                        "test-org-01/ws1/ANSR/12");
        one.execution("ANSR", "3", "5");
        assertThat(uses(first.running(FRESH))).hasSize(4).doesNotContain("test-org-01/ws1/ANSR/3");
    }

    @Test
    void a_workspace_deleted_between_listing_and_reading_is_left_out() throws SQLException {
        one.create();
        other.create();
        one.execution("ANSL", "12", "3");
        try (SqlDatabase database = JdbcOptions.of(MariaDb.url(""), MariaDb.USER, MariaDb.password())
                .open()) {
            Effect<List<Execution>> read = database.read("views", session -> {
                ExecutionViews views = new ExecutionViews(session);
                List<ExecutionView> listed = views.chunks().getFirst();
                assertThat(listed).hasSize(6);
                other.drop();
                return views.running(listed);
            });
            assertThat(read).isEqualTo(new Effect.Done<>(List.of(new Execution("test-org-01", "ws1", "ANSL", "12"))));
        }
    }

    @Test
    void a_view_that_can_be_seen_but_not_read_is_a_problem() throws SQLException {
        one.create();
        try (Statement statement = behind.createStatement()) {
            statement.execute("DROP TABLE ITA_WS_1.T_ANSL_EXEC_STS_INST");
        }
        assertThat(first.running(FRESH))
                .isInstanceOf(Effect.Refused.class)
                .asString()
                .contains(Reason.USES_UNREADABLE.code(), "error 1356");
    }

    @Test
    void a_server_that_does_not_let_in_is_a_problem() throws SQLException {
        MariaDb.run(
                "",
                "CREATE OR REPLACE USER 'SHORT'@'%' IDENTIFIED BY 'pa$$''word\\\\for-tests'",
                "GRANT ALL ON *.* TO 'SHORT'@'%'");
        try (ExastroOrganizations shortLived = open("SHORT")) {
            Consumers consumers = ((Effect.Done<Found>) shortLived.look())
                    .value()
                    .live()
                    .getFirst()
                    .consumers();
            MariaDb.run("", "DROP USER 'SHORT'@'%'");
            MariaDb.run("", "KILL USER SHORT");
            assertThat(consumers.running(FRESH))
                    .isInstanceOf(Effect.Refused.class)
                    .asString()
                    .contains(Reason.USES_UNREADABLE.code());
            assertThat(consumers.running(FRESH))
                    .isInstanceOf(Effect.Refused.class)
                    .asString()
                    .contains(Reason.TARGET_LOGIN_REFUSED.code());
        }
    }

    @Test
    void two_thousand_who_ask_at_once_cost_a_handful_of_queries() throws Exception {
        one.create();
        one.execution("ANSL", "12", "3");
        long start = questions();
        Callable<Effect<SortedSet<Use>>> ask = () -> first.running(FRESH);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Effect<SortedSet<Use>>>> answers =
                    threads.invokeAll(Stream.generate(() -> ask).limit(2000).toList());
            for (Future<Effect<SortedSet<Use>>> answer : answers) {
                assertThat(uses(answer.get())).containsExactly("test-org-01/ws1/ANSL/12");
            }
        }
        assertThat(questions() - start).isLessThan(200);
    }

    private long questions() throws SQLException {
        try (Statement statement = behind.createStatement();
                ResultSet rows = statement.executeQuery("SELECT VARIABLE_VALUE FROM INFORMATION_SCHEMA.GLOBAL_STATUS"
                        + " WHERE VARIABLE_NAME = 'QUESTIONS'")) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }
}
