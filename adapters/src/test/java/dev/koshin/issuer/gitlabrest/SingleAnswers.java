package dev.koshin.issuer.gitlabrest;

import static dev.koshin.issuer.gitlabrest.Scripts.cutBody;
import static dev.koshin.issuer.gitlabrest.Scripts.silent;
import static dev.koshin.issuer.gitlabrest.Scripts.typed;

import java.util.List;
import java.util.stream.Stream;

/** Every answer, and lack of one, that GitLab is known to give: a row of the table each. */
final class SingleAnswers {
    private static final String HTML = "text/html";

    /**
     * One answer.
     *
     * @param english what came, for a reader
     */
    record Row(String english, String japanese, Stub.Script script) {}

    private SingleAnswers() {}

    static List<Row> all() {
        return Stream.of(denied(), forbidden(), wrong(), busy(), strange())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Row> denied() {
        return List.of(
                json(401, Bodies.UNAUTHORIZED),
                json(401, Bodies.EXPIRED),
                json(401, Bodies.REVOKED),
                json(401, Bodies.IMPERSONATION));
    }

    private static List<Row> forbidden() {
        return List.of(
                json(403, Bodies.FORBIDDEN),
                json(403, Bodies.message("403 Forbidden - Not authorized!")),
                json(403, Bodies.SCOPE),
                json(403, Bodies.BLOCKED),
                json(403, Bodies.message("403 Forbidden - Your account has been deactivated by your administrator.")),
                json(403, Bodies.message("403 Forbidden - Your account is pending approval from your administrator")),
                json(403, Bodies.message("403 Forbidden - Your primary email address is not confirmed.")),
                json(403, Bodies.message("403 Forbidden - You (@name) must accept the Terms of Service")),
                json(403, Bodies.message("403 Forbidden - Your password expired.")));
    }

    private static List<Row> wrong() {
        return List.of(
                json(400, Bodies.BAD_REQUEST),
                json(400, "{\"error\":\"scopes does not have a valid value\"}"),
                json(400, "{\"message\":{\"scopes\":[\"can't be blank\"]}}"),
                json(400, "{\"message\":{\"expires_at\":[\"must be before 2027-06-25\"]}}"),
                json(404, Bodies.NOT_FOUND),
                json(404, Bodies.NO_USER),
                json(404, Bodies.NO_ROUTE),
                json(409, Bodies.message("409 Conflict: Resource lock")),
                json(422, Bodies.message("Expiration date must be before 2027-06-25")),
                json(422, Bodies.message("Expiration date must expire in 365 days")),
                json(422, Bodies.message("Name can't be blank")));
    }

    private static List<Row> busy() {
        return List.of(
                page("text/plain", 429, "Retry later"),
                json(429, "{\"message\":{\"error\":\"This endpoint has been requested too many times.\"}}"),
                json(500, Bodies.CRASH),
                page(HTML, 500, "<html>"),
                page(HTML, 502, "<html>"),
                page(HTML, 503, "<html>"));
    }

    private static List<Row> strange() {
        return List.of(
                page(HTML, 200, "<html>"),
                json(200, "{}"),
                page(HTML, 302, "<html>"),
                page(HTML, 401, "<html>"),
                page(HTML, 403, "<html>"),
                page(HTML, 404, "<html>"),
                new Row("the answer breaks off", "応答が途中で切れる", cutBody(200, "{")),
                new Row("no answer in time", "時間内に応答がない", silent()));
    }

    private static Row json(int status, String body) {
        return row(status + " `" + body + "`", Scripts.json(status, body));
    }

    private static Row page(String type, int status, String body) {
        return row(status + " " + type, typed(type, status, body));
    }

    private static Row row(String text, Stub.Script script) {
        return new Row(text, text, script);
    }
}
