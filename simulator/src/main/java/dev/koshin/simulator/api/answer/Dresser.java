package dev.koshin.simulator.api.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.simulator.http.Field;
import dev.koshin.simulator.http.Reply;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Gives an answer the headers of a self-managed GitLab behind its own nginx. */
public final class Dresser {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private Dresser() {}

    /**
     * What every answer tells about its request.
     *
     * @param nanos how long the request took
     */
    public record Request(Instant now, String correlationId, long nanos, List<Field> limits) {}

    /** The answer with the headers of its kind. */
    public static Reply dress(Answer answer, Request request) {
        return switch (answer) {
            case Answer.Ok ok -> ok(ok, request);
            case Answer.NoContent _ -> {
                List<Field> fields = new ArrayList<>();
                fields.add(new Field("Cache-Control", "no-cache"));
                fields.add(new Field("Referrer-Policy", "strict-origin-when-cross-origin"));
                fields.addAll(frame());
                yield reply(204, fields, "", request);
            }
            case Answer.Refused refused ->
                reply(refused.status(), refusal(frame()), Json.text(refused.body()), request);
            case Answer.Raised raised -> reply(raised.status(), refusal(List.of()), Json.text(raised.body()), request);
            case Answer.InvalidToken invalid -> invalidToken(invalid, request);
            case Answer.Throttled throttled -> throttled(throttled, request.now());
        };
    }

    /** The header that the simulated clock drives. */
    public static String date(Instant now) {
        return HTTP_DATE.format(now);
    }

    private static Reply ok(Answer.Ok ok, Request request) {
        String body = Json.text(ok.body());
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Cache-Control", "max-age=0, private, must-revalidate"));
        fields.add(new Field("Content-Type", "application/json"));
        fields.add(new Field("ETag", "W/\"" + md5(body) + "\""));
        fields.add(new Field("Referrer-Policy", "strict-origin-when-cross-origin"));
        fields.addAll(frame());
        fields.addAll(ok.extra());
        return reply(ok.status(), fields, body, request);
    }

    /** From a layer in front of the application: none of its headers. */
    private static Reply throttled(Answer.Throttled throttled, Instant now) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Server", "nginx"));
        fields.add(new Field("Date", date(now)));
        fields.add(new Field("Content-Type", "text/plain"));
        fields.addAll(throttled.limits());
        return Reply.whole(429, fields, "Retry later\n");
    }

    private static Reply invalidToken(Answer.InvalidToken invalid, Request request) {
        String challenge = "Bearer realm=\"Protected by OAuth 2.0\", error=\"invalid_token\", error_description=\""
                + invalid.description() + "\"";
        String body = Json.text(Json.error("invalid_token").put("error_description", invalid.description()));
        return reply(401, refusal(List.of(new Field("Www-Authenticate", challenge))), body, request);
    }

    private static List<Field> refusal(List<Field> more) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Cache-Control", "no-cache"));
        fields.add(new Field("Content-Type", "application/json"));
        fields.addAll(more);
        return fields;
    }

    private static List<Field> frame() {
        return List.of(new Field("X-Content-Type-Options", "nosniff"), new Field("X-Frame-Options", "SAMEORIGIN"));
    }

    private static Reply reply(int status, List<Field> own, String body, Request request) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Server", "nginx"));
        fields.add(new Field("Date", date(request.now())));
        fields.addAll(own);
        fields.addAll(request.limits());
        fields.add(new Field("Nel", "{\"max_age\": 0}"));
        fields.add(new Field("Strict-Transport-Security", "max-age=63072000"));
        fields.add(new Field("Vary", "Origin"));
        String id = request.correlationId();
        fields.add(new Field("X-Gitlab-Meta", "{\"correlation_id\":\"" + id + "\",\"version\":\"1\"}"));
        fields.add(new Field("X-Request-Id", id));
        fields.add(new Field("X-Runtime", String.format(Locale.ROOT, "%.6f", request.nanos() / 1e9)));
        return Reply.whole(status, fields, body);
    }

    private static String md5(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
