package dev.koshin.app.view;

import dev.koshin.model.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What doctor found. */
public final class DoctorView {
    private DoctorView() {}

    /** Prints {@code checks} in the order in which they were made. */
    public static void print(Screen screen, List<Check> checks) {
        if (screen.json()) {
            screen.json(Map.of(
                    "checks", checks.stream().map(check -> json(screen, check)).toList()));
            return;
        }
        Table table = new Table(List.of(
                screen.messages().text("column.check"),
                screen.messages().text("column.result"),
                screen.messages().text("column.evidence")));
        checks.forEach(check -> table.row(
                screen.messages().text("check." + check.key()),
                screen.messages().text("check." + check.result()),
                check.evidence()));
        table.lines().forEach(screen::line);
        checks.stream().flatMap(check -> check.problems().stream()).forEach(problem -> {
            screen.line(problem.reason().code() + ": " + screen.messages().what(problem));
            screen.line("  "
                    + screen.messages().text("remedy.line", screen.messages().remedy(problem)));
        });
    }

    private static Map<String, Object> json(Screen screen, Check check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check", check.key());
        json.put("result", check.result());
        json.put("evidence", check.evidence());
        json.put(
                "problems",
                check.problems().stream().map(problem -> json(screen, problem)).toList());
        return json;
    }

    private static Map<String, Object> json(Screen screen, Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("reason", problem.reason().code());
        json.put("details", problem.details());
        json.put("message", screen.messages().what(problem));
        json.put("remedy", screen.messages().remedy(problem));
        return json;
    }
}
