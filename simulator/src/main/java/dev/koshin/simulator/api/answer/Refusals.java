package dev.koshin.simulator.api.answer;

import dev.koshin.simulator.http.Reasons;
import dev.koshin.simulator.state.User;
import dev.koshin.simulator.state.UserState;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** GitLab's ways of saying no, word for word. */
public final class Refusals {
    private Refusals() {}

    /** No token, an unknown one, or a resource that the caller must not know about. */
    public static Answer unauthorized() {
        return plain(401, "401 Unauthorized");
    }

    public static Answer forbidden() {
        return plain(403, "403 Forbidden");
    }

    public static Answer forbidden(String reason) {
        return plain(403, "403 Forbidden - " + reason);
    }

    /** A resource that an endpoint looked for itself: capital F. */
    public static Answer notFound() {
        return plain(404, "404 Not Found");
    }

    public static Answer notFound(String what) {
        return plain(404, "404 " + what + " Not Found");
    }

    /** A resource that the database layer did not find: lower-case f, and other headers. */
    public static Answer recordNotFound() {
        return new Answer.Raised(404, Json.message("404 Not found"));
    }

    public static Answer badRequest() {
        return plain(400, "400 Bad request");
    }

    /** Parameters that are missing or make no sense. */
    public static Answer invalid(List<String> problems) {
        return new Answer.Raised(400, Json.error(String.join(", ", problems)));
    }

    /** A token could not be made. */
    public static Answer unprocessable(String text) {
        return plain(422, text);
    }

    public static Answer expired() {
        return new Answer.InvalidToken("Token is expired. You can either do re-authorization or token refresh.");
    }

    public static Answer revoked() {
        return new Answer.InvalidToken("Token was revoked. You have to re-authorize from the user.");
    }

    /** {@code declared}: all scopes that the route knows, whatever the method: GitLab does not filter them. */
    public static Answer insufficientScope(List<String> declared) {
        return new Answer.Raised(
                403,
                Json.error("insufficient_scope")
                        .put(
                                "error_description",
                                "The request requires higher privileges than provided by the access token.")
                        .put("scope", String.join(" ", declared)));
    }

    /** An admin has switched impersonation off. */
    public static Answer impersonationOff() {
        return new Answer.InvalidToken("Token is an impersonation token but impersonation was disabled.");
    }

    /** A service said no; empty for a service that says nothing. */
    public static Answer badRequest(String text) {
        return plain(400, "400 Bad request - " + text);
    }

    /** A field of something is not as it must be. */
    public static Answer invalidField(String field, String text) {
        ObjectNode fields = Json.NODES.objectNode();
        fields.putArray(field).add(text);
        ObjectNode body = Json.NODES.objectNode();
        body.set("message", fields);
        return new Answer.Refused(400, body);
    }

    /** Something else has the same name. */
    public static Answer conflict(String text) {
        return plain(409, text);
    }

    /** The kind of token that the caller has is of no use here. */
    public static Answer methodNotAllowed() {
        return plain(405, "405 Method Not Allowed");
    }

    /** The path exists, the method does not. */
    public static Answer wrongMethod() {
        return new Answer.Refused(405, Json.error("405 Not Allowed"));
    }

    public static Answer unknownRoute() {
        return new Answer.Refused(404, Json.error("404 Not Found"));
    }

    public static Answer oldApi() {
        return new Answer.Refused(410, Json.error("API V3 is no longer supported. Use API V4 instead."));
    }

    /** {@code url}: where the user could sign in. */
    public static Answer accountState(UserState state, String url) {
        return switch (state) {
            case DEACTIVATED ->
                forbidden("Your account has been deactivated by your administrator."
                        + " Please log back in from a web browser to reactivate your account at " + url);
            case BLOCKED_PENDING_APPROVAL ->
                forbidden("Your account is pending approval from your administrator and hence blocked.");
            case BLOCKED, BANNED, LDAP_BLOCKED -> forbidden("Your account has been blocked.");
            case ACTIVE -> forbidden();
        };
    }

    /** {@code url}: where the user could go to. */
    public static Answer hindered(User user, String url) {
        return switch (user.account().hindrance()) {
            case UNCONFIRMED ->
                forbidden("Your primary email address is not confirmed. Please check your inbox for the confirmation"
                        + " instructions. In case the link is expired, you can request a new confirmation email at "
                        + url + "/users/confirmation/new");
            case TERMS ->
                forbidden("You (@" + user.username() + ") must accept the Terms of Service in order to perform this"
                        + " action. To accept these terms, please access GitLab from a web browser at " + url + ".");
            case PASSWORD_EXPIRED ->
                forbidden("Your password expired. Please access GitLab from a web browser to update your password.");
            case NONE -> forbidden();
        };
    }

    /** What a status says when nothing more is known: {@code 503 Service Unavailable}. */
    public static String words(int status) {
        return status + " " + Reasons.of(status);
    }

    private static Answer plain(int status, String text) {
        return new Answer.Refused(status, Json.message(text));
    }
}
