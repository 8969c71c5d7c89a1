package dev.koshin.app.view;

import dev.koshin.journal.Trail;
import dev.koshin.model.TokenRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a rollback would do. */
public final class RollbackView {
    private RollbackView() {}

    /** Prints what becomes of {@code line}, whose open renewal is {@code trail}, if {@code old} is put back. */
    public static void print(Screen screen, Line line, Trail trail, TokenRef old) {
        if (screen.json()) {
            screen.json(json(line, trail, old));
            return;
        }
        screen.line(screen.messages()
                .text(
                        "rollback.plan",
                        line.credential().name(),
                        old.id().value(),
                        String.join(", ", line.placeNames())));
        String made = ids(trail, old);
        if (!made.isEmpty()) {
            screen.line(screen.messages().text("rollback.revokes", made));
        }
        Impacts.of(screen, List.of(line)).forEach(screen::line);
    }

    private static String ids(Trail trail, TokenRef old) {
        return trail.made().stream()
                .map(TokenRef::id)
                .filter(id -> !id.equals(old.id()))
                .map(id -> Long.toString(id.value()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> json(Line line, Trail trail, TokenRef old) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", line.credential().name().value());
        json.put("tokenId", old.id().value());
        json.put("fingerprint", old.fingerprint().value());
        json.put("places", line.placeNames());
        json.put(
                "revokes",
                trail.made().stream()
                        .map(TokenRef::id)
                        .filter(id -> !id.equals(old.id()))
                        .map(id -> id.value())
                        .sorted()
                        .toList());
        return json;
    }
}
