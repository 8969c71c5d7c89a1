package dev.koshin.issuer.gitlabrest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ClassifierTest {
    private static final String JSON = "application/json";
    private static final String HTML = "text/html";

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(200, JSON, "[]", Kind.OK),
                Arguments.of(201, JSON, "{}", Kind.OK),
                Arguments.of(204, "", "", Kind.OK),
                Arguments.of(200, HTML, "{}", Kind.NOT_JSON),
                Arguments.of(200, JSON, "", Kind.NOT_JSON),
                Arguments.of(200, JSON, "{", Kind.NOT_JSON),
                Arguments.of(100, JSON, "{}", Kind.NOT_JSON),
                Arguments.of(302, HTML, "moved", Kind.MOVED),
                Arguments.of(400, JSON, Bodies.BAD_REQUEST, Kind.REFUSED),
                Arguments.of(
                        400, JSON, message("400 Bad request - Expiration date must be before x"), Kind.EXPIRY_REFUSED),
                Arguments.of(400, JSON, "{\"message\":{\"scopes\":[\"can't be blank\"]}}", Kind.REFUSED),
                Arguments.of(401, JSON, Bodies.UNAUTHORIZED, Kind.TOKEN_UNKNOWN),
                Arguments.of(401, JSON, Bodies.EXPIRED, Kind.TOKEN_EXPIRED),
                Arguments.of(401, JSON, Bodies.REVOKED, Kind.TOKEN_REVOKED),
                Arguments.of(401, JSON, Bodies.IMPERSONATION, Kind.REFUSED),
                Arguments.of(401, JSON, "{}", Kind.REFUSED),
                Arguments.of(401, HTML, "login", Kind.NOT_JSON),
                Arguments.of(403, JSON, Bodies.SCOPE, Kind.SCOPE_MISSING),
                Arguments.of(403, JSON, Bodies.FORBIDDEN, Kind.FORBIDDEN),
                Arguments.of(403, JSON, message("403 Forbidden - Not authorized!"), Kind.FORBIDDEN),
                Arguments.of(403, JSON, Bodies.BLOCKED, Kind.USER_BLOCKED),
                Arguments.of(
                        403, JSON, message("403 Forbidden - Your account has been deactivated"), Kind.USER_BLOCKED),
                Arguments.of(403, JSON, message("403 Forbidden - Your account is pending approval"), Kind.USER_BLOCKED),
                Arguments.of(
                        403,
                        JSON,
                        message("403 Forbidden - Your primary email address is not confirmed."),
                        Kind.USER_BLOCKED),
                Arguments.of(
                        403,
                        JSON,
                        message("403 Forbidden - You (@x) must accept the Terms of Service"),
                        Kind.USER_BLOCKED),
                Arguments.of(403, JSON, message("403 Forbidden - Your password expired."), Kind.USER_BLOCKED),
                Arguments.of(404, JSON, Bodies.NOT_FOUND, Kind.MISSING),
                Arguments.of(404, JSON, Bodies.NO_ROUTE, Kind.NO_ROUTE),
                Arguments.of(404, JSON, "{}", Kind.REFUSED),
                Arguments.of(404, HTML, "not found", Kind.NOT_JSON),
                Arguments.of(409, JSON, message("409 Conflict: Resource lock"), Kind.REFUSED),
                Arguments.of(422, JSON, message("Expiration date must be before 2027-06-25"), Kind.EXPIRY_REFUSED),
                Arguments.of(422, JSON, message("Expiration date must expire in 365 days"), Kind.EXPIRY_REFUSED),
                Arguments.of(
                        400,
                        JSON,
                        "{\"message\":{\"expires_at\":[\"must be before 2027-06-25\"]}}",
                        Kind.EXPIRY_REFUSED),
                Arguments.of(422, JSON, message("Expiration date can't be blank"), Kind.REFUSED),
                Arguments.of(422, JSON, message("Name can't be blank"), Kind.REFUSED),
                Arguments.of(429, "text/plain", "Retry later", Kind.RATE_LIMITED),
                Arguments.of(
                        429, JSON, "{\"message\":{\"error\":\"This endpoint has been requested\"}}", Kind.RATE_LIMITED),
                Arguments.of(500, JSON, Bodies.CRASH, Kind.FAILED),
                Arguments.of(500, HTML, "oops", Kind.FAILED),
                Arguments.of(502, HTML, "booting", Kind.BOOTING),
                Arguments.of(503, HTML, "booting", Kind.BOOTING),
                Arguments.of(503, JSON, message("maintenance"), Kind.FAILED));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_is_told_by_its_body_too(int status, String type, String body, Kind kind) {
        assertThat(Samples.answer(status, type, body).kind()).isEqualTo(kind);
    }

    @Test
    void the_text_of_an_answer_names_its_status_once() {
        assertThat(Samples.answer(401, JSON, Bodies.UNAUTHORIZED).text()).isEqualTo("401 Unauthorized");
        assertThat(Samples.answer(422, JSON, message("Name can't be blank")).text())
                .isEqualTo("422 Name can't be blank");
        assertThat(Samples.answer(429, JSON, "{\"message\":{\"error\":\"Too often\"}}")
                        .text())
                .isEqualTo("429 {\"error\":\"Too often\"}");
    }

    @Test
    void the_text_of_a_page_is_its_type_and_of_a_redirect_its_host() {
        assertThat(Samples.answer(502, HTML, "glpat-secret").text()).isEqualTo("502 text/html");
        HttpHeaders location = Samples.headers("Location", "https://elsewhere.example/a?private_token=glpat-x");
        assertThat(Answer.of(302, location, new byte[0]).text()).isEqualTo("302 -> https://elsewhere.example");
    }

    private static String message(String words) {
        return Bodies.message(words);
    }
}
