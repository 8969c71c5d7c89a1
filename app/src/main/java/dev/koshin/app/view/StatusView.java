package dev.koshin.app.view;

import dev.koshin.app.messages.Messages;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Token;
import dev.koshin.plan.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What every credential is like now. */
public final class StatusView {
    private StatusView() {}

    /** Prints {@code lines} without a word about what is in none of them. */
    public static void print(Screen screen, List<Line> lines, Map<String, String> skipped) {
        print(screen, Drifts.of(lines), skipped, Set.of());
    }

    /**
     * Prints the lines; {@code skipped} maps what was left out to the code of the reason, and the old tokens of
     * {@code waysBack} can be put back.
     */
    public static void print(Screen screen, Drifts drifts, Map<String, String> skipped, Set<CredentialName> waysBack) {
        List<Line> lines = drifts.lines();
        if (screen.json()) {
            Map<String, Object> json = json(drifts, skipped);
            json.put("waysBack", waysBack.stream().map(CredentialName::value).toList());
            screen.json(json);
            return;
        }
        if (lines.isEmpty()) {
            screen.line(screen.messages().text("status.none"));
        } else {
            table(screen, lines).forEach(screen::line);
        }
        waysBack.forEach(name -> screen.line(screen.messages().text("status.way-back", name)));
        notes(screen, drifts, skipped).forEach(screen::line);
    }

    /** {@code lines} as JSON. */
    public static Map<String, Object> json(List<Line> lines, Map<String, String> skipped) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("credentials", lines.stream().map(Line::json).toList());
        json.put("skipped", skipped);
        return json;
    }

    /** The same as JSON. */
    public static Map<String, Object> json(Drifts drifts, Map<String, String> skipped) {
        Map<String, Object> json = json(drifts.lines(), skipped);
        drifts.json(json);
        return json;
    }

    private static List<String> table(Screen screen, List<Line> lines) {
        Messages messages = screen.messages();
        Table table = new Table(List.of(
                messages.text("column.credential"),
                messages.text("column.user"),
                messages.text("column.scopes"),
                messages.text("column.expires"),
                messages.text("column.state"),
                messages.text("column.places"),
                messages.text("column.next")));
        lines.forEach(line -> table.row(
                line.credential().name().value(),
                line.user(),
                line.scopes(),
                line.expires(screen),
                messages.why(line.verdict().why()),
                String.valueOf(line.placeNames().size()),
                line.next(screen)));
        return table.lines();
    }

    private static List<String> notes(Screen screen, Drifts drifts, Map<String, String> skipped) {
        List<Line> lines = drifts.lines();
        List<String> notes = new ArrayList<>();
        skipped.forEach((name, code) -> notes.add(
                screen.messages().text("skipped.line", name, screen.messages().text("skipped." + code))));
        lines.forEach(line -> {
            line.strays().forEach(token -> notes.add(stray(screen, line, token)));
            notes.addAll(line.lastUses(screen));
            notes.addAll(line.problem(screen));
        });
        notes.addAll(drifts.text(screen));
        notes.add(screen.messages()
                .text(
                        "status.summary",
                        lines.size(),
                        count(lines, Verdict.Action.RENEW),
                        count(lines, Verdict.Action.DECIDE)));
        return notes;
    }

    private static String stray(Screen screen, Line line, Token token) {
        return screen.messages().text("strays.line", token.id().value(), token.name(), line.user());
    }

    static long count(List<Line> lines, Verdict.Action action) {
        return lines.stream().filter(line -> line.verdict().action() == action).count();
    }
}
