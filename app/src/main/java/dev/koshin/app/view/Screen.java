package dev.koshin.app.view;

import dev.koshin.app.messages.Messages;
import dev.koshin.model.Problem;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where results go: to {@code out}, as text or as one JSON object; everything else goes to {@code err}.
 *
 * @param zone for the times that people read; JSON has UTC
 */
public record Screen(PrintWriter out, PrintWriter err, Messages messages, ZoneId zone, boolean json) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm z", Locale.ENGLISH);

    /** This screen for results that are only a part of a JSON object: with {@code json} it shows nothing. */
    public Screen quietIfJson() {
        return json ? new Screen(new PrintWriter(Writer.nullWriter()), err, messages, zone, true) : this;
    }

    /** Prints one line of a result. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Prints one line that is not a result. */
    public void note(String text) {
        err.println(text);
        err.flush();
    }

    /** Prints {@code object} as JSON; keys keep their order. */
    public void json(Map<String, ?> object) {
        line(JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(object));
    }

    /**
     * Says what is wrong and what to do; with {@code json} to the standard output too, so that a program can tell.
     *
     * @param place {@code FILE:LINE:COLUMN}; empty if it stands nowhere
     */
    public void problem(String place, Problem problem) {
        String where = place.isEmpty() ? "" : place + ": ";
        note(where + messages.text("error.line", problem.reason().code(), messages.what(problem)));
        note("  " + messages.text("remedy.line", messages.remedy(problem)));
        if (json) {
            json(Map.of("error", problem.reason().code(), "details", problem.details(), "place", place));
        }
    }

    /** {@code instant} for people, in their zone. */
    public String time(Instant instant) {
        return TIME.format(instant.truncatedTo(ChronoUnit.MINUTES).atZone(zone));
    }
}
