package dev.koshin.issuer.gitlabrest;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What GitLab says, word by word. */
final class Bodies {
    static final String UNAUTHORIZED = "{\"message\":\"401 Unauthorized\"}";
    static final String REVOKED = """
            {"error":"invalid_token","error_description":"Token was revoked. You have to re-authorize from the user."}""";
    static final String EXPIRED = """
            {"error":"invalid_token","error_description":"Token is expired. You can either do re-authorization or token refresh."}""";
    static final String IMPERSONATION = """
            {"error":"invalid_token","error_description":"Token is an impersonation token but impersonation was disabled."}""";
    static final String SCOPE = """
            {"error":"insufficient_scope","error_description":"The request requires higher privileges than provided by the access token.","scope":"api read_api"}""";
    static final String FORBIDDEN = "{\"message\":\"403 Forbidden\"}";
    static final String BLOCKED = "{\"message\":\"403 Forbidden - Your account has been blocked.\"}";
    static final String NOT_FOUND = "{\"message\":\"404 Not found\"}";
    static final String NO_USER = "{\"message\":\"404 User Not Found\"}";
    static final String NO_ROUTE = "{\"error\":\"404 Not Found\"}";
    static final String BAD_REQUEST = "{\"message\":\"400 Bad request\"}";
    static final String CRASH = "{\"message\":\"500 Internal Server Error\"}";
    static final String VERSION = "{\"version\":\"19.1.1-ee\",\"revision\":\"a88e17d191e\",\"enterprise\":true}";
    static final String VALUE = "glpat-fresh-000000000000001";

    private Bodies() {}

    static String message(String words) {
        return "{\"message\":\"" + words + "\"}";
    }

    /** A live token as a newer GitLab writes it. */
    static String token(long id, long user, String name) {
        return """
                {"id":%d,"name":"%s","revoked":false,"created_at":"2026-06-17T08:35:13.196Z","description":null,\
                "scopes":["api"],"user_id":%d,"last_used_at":null,"active":true,"granular":false,\
                "expires_at":"2027-06-17"}""".formatted(id, name, user);
    }

    static String created(long id, long user) {
        return token(id, user, "koshin x").replaceFirst("}$", ",\"token\":\"" + VALUE + "\"}");
    }

    /** A list of live tokens with the ids {@code from} to {@code to}, each of the user of the same number. */
    static String tokens(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(id -> token(id, id, "t" + id))
                .collect(Collectors.joining(",", "[", "]"));
    }

    static String user(long id, String name, String state) {
        return "{\"id\":%d,\"username\":\"%s\",\"name\":\"N\",\"state\":\"%s\"}".formatted(id, name, state);
    }

    static String userForAdmin(long id, String name, String state, boolean admin) {
        return user(id, name, state).replaceFirst("}$", ",\"is_admin\":" + admin + "}");
    }
}
