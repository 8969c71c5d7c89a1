package dev.koshin.exastro;

import dev.koshin.database.SqlDatabase;
import dev.koshin.database.SqlWork;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Use;
import dev.koshin.spi.Effect;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Ansible executions that run in all workspaces, by ORGANIZATION_ID. Each workspace has a database of its own with
 * one view for each of the three drivers; ITA has made them since 2.1.
 */
final class RunningExecutions {
    private static final String WHAT = "V_ANS?_EXEC_STS_INST2";

    private final SqlDatabase database;
    private final Coalesced<Effect<Map<String, List<Use>>>> answers;

    RunningExecutions(SqlDatabase database) {
        this.database = database;
        this.answers = new Coalesced<>(this::ask);
    }

    /** What runs; the look begins after the call. */
    Effect<Map<String, List<Use>>> now() {
        return answers.ask();
    }

    /** What the database's user can see of the workspaces. */
    Effect<Workspaces> workspaces() {
        return read(session -> {
            ExecutionViews views = new ExecutionViews(session);
            List<List<ExecutionView>> chunks = views.chunks();
            long visible = chunks.stream()
                    .flatMap(List::stream)
                    .map(ExecutionView::schema)
                    .distinct()
                    .count();
            return new Workspaces((int) visible, all(views, chunks).size());
        });
    }

    private Effect<Map<String, List<Use>>> ask() {
        return read(session -> {
            ExecutionViews views = new ExecutionViews(session);
            return byOrganization(all(views, views.chunks()));
        });
    }

    private static List<Execution> all(ExecutionViews views, List<List<ExecutionView>> chunks) throws SQLException {
        List<Execution> all = new ArrayList<>();
        for (List<ExecutionView> some : chunks) {
            all.addAll(views.running(some));
        }
        return all;
    }

    private <T> Effect<T> read(SqlWork<T> work) {
        return switch (database.read(WHAT, work)) {
            case Effect.Done<T> done -> done;
            case Effect.Refused<T>(Problem problem) -> new Effect.Refused<>(unreadable(problem));
            case Effect.Unclear<T>(Problem problem) -> new Effect.Unclear<>(unreadable(problem));
        };
    }

    private static Map<String, List<Use>> byOrganization(List<Execution> all) {
        Map<String, List<Use>> uses = new HashMap<>();
        all.forEach(one ->
                uses.computeIfAbsent(one.organization(), _ -> new ArrayList<>()).add(one.use()));
        return uses;
    }

    /** Why the database did not answer, in the words that name it. */
    private Problem unreadable(Problem cause) {
        String details = String.join(
                ", ",
                Stream.concat(Stream.of(cause.reason().code()), cause.details().stream())
                        .toList());
        return Problem.of(Reason.USES_UNREADABLE, database.locate(WHAT), details);
    }
}
