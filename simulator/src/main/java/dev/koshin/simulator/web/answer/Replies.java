package dev.koshin.simulator.web.answer;

import dev.koshin.simulator.api.answer.CorrelationIds;
import dev.koshin.simulator.api.answer.Dresser;
import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.http.Field;
import dev.koshin.simulator.http.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Answers with the headers that they have outside the API. */
public final class Replies {
    private Replies() {}

    /** A page. */
    public static Reply html(int status, String page, Instant now, Field... extra) {
        return reply(status, "text/html; charset=utf-8", page, now, extra);
    }

    /** A sentence. */
    public static Reply text(int status, String text, Instant now, Field... extra) {
        return reply(status, "text/plain; charset=utf-8", text, now, extra);
    }

    /** An object. */
    public static Reply json(int status, JsonNode body, Instant now, Field... extra) {
        return reply(status, "application/json; charset=utf-8", Json.text(body), now, extra);
    }

    /** "Look there": Rails names the whole address, made of the Host that the client asked for. */
    public static Reply elsewhere(Visit visit, String path, Field... extra) {
        String host = visit.request().header("Host").orElse("localhost");
        List<Field> fields = new ArrayList<>(List.of(extra));
        fields.add(new Field("Location", "http://" + host + path));
        String page = "<!DOCTYPE html>\n<html><body>Moved.</body></html>\n";
        return html(302, page, visit.now(), fields.toArray(Field[]::new));
    }

    /** Anything. */
    public static Reply reply(int status, String type, String body, Instant now, Field... extra) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Server", "nginx"));
        fields.add(new Field("Date", Dresser.date(now)));
        fields.add(new Field("Content-Type", type));
        fields.add(new Field("Cache-Control", "no-cache"));
        fields.addAll(List.of(extra));
        fields.add(new Field("X-Content-Type-Options", "nosniff"));
        fields.add(new Field("X-Request-Id", CorrelationIds.next(now)));
        return Reply.whole(status, fields, body);
    }
}
