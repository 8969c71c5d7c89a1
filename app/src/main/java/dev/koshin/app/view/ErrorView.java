package dev.koshin.app.view;

import dev.koshin.app.messages.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a command could not go on: for people on the standard error output; with JSON also one object on the standard
 * output, so that a program can tell.
 */
public final class ErrorView {
    private ErrorView() {}

    /** Prints {@code problems}, one at least. */
    public static void print(Screen screen, List<Located> problems) {
        Messages messages = screen.messages();
        problems.forEach(located -> {
            String code = located.problem().reason().code();
            String where = located.place().isEmpty() ? "" : located.place() + ": ";
            screen.note(where + messages.text("error.line", code, messages.what(located.problem())));
            screen.note("  " + messages.text("remedy.line", messages.remedy(located.problem())));
        });
        if (screen.json()) {
            List<Map<String, Object>> all =
                    problems.stream().map(ErrorView::json).toList();
            screen.json(with(all.getFirst(), all.subList(1, all.size())));
        }
    }

    /** Prints something that is no {@code Problem}: {@code code} is {@code usage} or {@code internal}. */
    public static void print(Screen screen, String code, String what, String remedy) {
        screen.note(screen.messages().text("error.line", code, what));
        screen.note("  " + screen.messages().text("remedy.line", remedy));
        if (screen.json()) {
            screen.json(with(json(code, List.of(what), ""), List.of()));
        }
    }

    private static Map<String, Object> json(Located located) {
        return json(located.problem().reason().code(), located.problem().details(), located.place());
    }

    private static Map<String, Object> json(String code, List<String> details, String place) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("error", code);
        json.put("details", details);
        json.put("place", place);
        return json;
    }

    private static Map<String, Object> with(Map<String, Object> first, List<Map<String, Object>> others) {
        Map<String, Object> json = new LinkedHashMap<>(first);
        json.put("others", others);
        return json;
    }
}
