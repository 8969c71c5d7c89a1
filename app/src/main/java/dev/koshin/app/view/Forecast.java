package dev.koshin.app.view;

import dev.koshin.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stops working first.
 *
 * @param first empty if nothing does, as far as one can see
 * @param soon how many stop within their {@code renewBefore}, those that have stopped included
 * @param counted how many were looked at
 * @param unseen why some could not be looked at; empty if all were
 */
public record Forecast(Optional<Breaks> first, int soon, int counted, List<Problem> unseen) {
    /**
     * A credential that stops working.
     *
     * @param credential its name, or {@code gitlab.admin} for the token that Koshin itself works with
     * @param instant empty if it has stopped already
     * @param left until then; zero if it has stopped already
     */
    public record Breaks(String credential, Optional<Instant> instant, Duration left) {}

    /** Nothing could be looked at. */
    public static Forecast unseen(Problem problem) {
        return new Forecast(Optional.empty(), 0, 0, List.of(problem));
    }

    /** In one sentence. */
    public String text(Screen screen) {
        String sentence = first.map(breaks -> sentence(screen, breaks))
                .orElseGet(() -> counted == 0 && !unseen.isEmpty()
                        ? screen.messages().text("breaks.unseen")
                        : screen.messages().text("breaks.nothing", counted));
        return unseen.isEmpty() || counted == 0
                ? sentence
                : sentence + " " + screen.messages().text("breaks.partly");
    }

    private String sentence(Screen screen, Breaks breaks) {
        return breaks.instant()
                .map(instant -> screen.messages()
                        .text(
                                "breaks.first",
                                breaks.credential(),
                                screen.time(instant),
                                breaks.left().toDays(),
                                soon,
                                counted))
                .orElseGet(() -> screen.messages().text("breaks.already", breaks.credential(), soon, counted));
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        first.ifPresent(breaks -> {
            json.put("credential", breaks.credential());
            breaks.instant().ifPresent(instant -> json.put("instant", instant.toString()));
            json.put("days", breaks.left().toDays());
        });
        json.put("soon", soon);
        json.put("counted", counted);
        json.put("complete", unseen.isEmpty());
        return json;
    }
}
