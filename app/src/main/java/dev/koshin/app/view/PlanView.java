package dev.koshin.app.view;

import dev.koshin.app.messages.Messages;
import dev.koshin.plan.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What would be done now, and what that stops. */
public final class PlanView {
    private PlanView() {}

    /** Prints those of {@code lines} about which something is to be done. */
    public static void print(Screen screen, List<Line> lines) {
        if (screen.json()) {
            screen.json(json(lines));
            return;
        }
        List<Line> work = lines.stream()
                .filter(line -> line.verdict().action() != Verdict.Action.LEAVE)
                .toList();
        if (work.isEmpty()) {
            screen.line(screen.messages().text("plan.nothing"));
            return;
        }
        table(screen, work).forEach(screen::line);
        work.forEach(line -> line.lastUses(screen).forEach(screen::line));
        work.forEach(line -> line.problem(screen).forEach(screen::line));
        screen.line(screen.messages()
                .text(
                        "plan.summary",
                        StatusView.count(lines, Verdict.Action.RENEW),
                        StatusView.count(lines, Verdict.Action.RETIRE),
                        StatusView.count(lines, Verdict.Action.DECIDE)));
        Impacts.of(screen, work).forEach(screen::line);
    }

    private static Map<String, Object> json(List<Line> lines) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("renew", StatusView.count(lines, Verdict.Action.RENEW));
        json.put("retire", StatusView.count(lines, Verdict.Action.RETIRE));
        json.put("decide", StatusView.count(lines, Verdict.Action.DECIDE));
        json.put("credentials", lines.stream().map(Line::json).toList());
        return json;
    }

    private static List<String> table(Screen screen, List<Line> work) {
        Messages messages = screen.messages();
        Table table = new Table(List.of(
                messages.text("column.credential"),
                messages.text("column.action"),
                messages.text("column.reason"),
                messages.text("column.expires"),
                messages.text("column.places")));
        work.forEach(line -> table.row(
                line.credential().name().value(),
                messages.text("action." + line.verdict().action().name().toLowerCase(Locale.ROOT)),
                messages.why(line.verdict().why()),
                line.expires(screen),
                String.join(", ", line.placeNames())));
        return table.lines();
    }
}
