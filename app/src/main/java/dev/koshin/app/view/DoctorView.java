package dev.koshin.app.view;

import dev.koshin.model.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What doctor found. */
public final class DoctorView {
    private DoctorView() {}

    /** Prints what breaks first, and {@code checks} in their order. */
    public static void print(Screen screen, Forecast forecast, List<Check> checks) {
        if (screen.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("breaks", forecast.json());
            json.put("checks", checks.stream().map(check -> json(screen, check)).toList());
            screen.json(json);
            return;
        }
        screen.line(forecast.text(screen));
        screen.line("");
        table(screen, checks).lines().forEach(screen::line);
        // what is down is down for many checks, and told once
        checks.stream().flatMap(check -> check.problems().stream()).distinct().forEach(problem -> {
            screen.line(problem.reason().code() + ": " + screen.messages().what(problem));
            screen.line("  "
                    + screen.messages().text("remedy.line", screen.messages().remedy(problem)));
        });
    }

    private static Table table(Screen screen, List<Check> checks) {
        Table table = new Table(List.of(
                screen.messages().text("column.check"),
                screen.messages().text("column.result"),
                screen.messages().text("column.evidence")));
        checks.forEach(check -> table.row(
                screen.messages().text("check." + check.key()),
                screen.messages().text("check." + check.result().code()),
                check.evidence()));
        return table;
    }

    private static Map<String, Object> json(Screen screen, Check check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("check", check.key());
        json.put("result", check.result().code());
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
