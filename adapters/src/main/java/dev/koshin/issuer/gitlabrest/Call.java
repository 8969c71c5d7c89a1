package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;

/**
 * One request, without the token that authenticates it.
 *
 * @param path below {@code /api/v4}
 * @param query with its question mark, or empty
 * @param body JSON, or empty
 */
record Call(Method method, String path, String query, String body) {
    /** GitLab's own limit; it cuts larger numbers down to this one. */
    static final int ROWS_PER_PAGE = 100;

    static final String API = "/api/v4";
    private static final String TOKENS = "/personal_access_tokens";

    static final Call METADATA = get("/metadata", "");
    static final Call VERSION = get("/version", "");
    static final Call SELF = get(TOKENS + "/self", "");
    static final Call USER = get("/user", "");

    enum Method {
        GET,
        POST,
        DELETE
    }

    static Call userNamed(String encodedName) {
        return get("/users", "?username=" + encodedName);
    }

    static Call user(UserId user) {
        return get("/users/" + user.value(), "");
    }

    static Call create(UserId user, String body) {
        return new Call(Method.POST, "/users/" + user.value() + TOKENS, "", body);
    }

    static Call revoke(TokenId token) {
        return new Call(Method.DELETE, of(token), "", "");
    }

    static Call token(TokenId token) {
        return get(of(token), "");
    }

    private static String of(TokenId token) {
        return TOKENS + "/" + token.value();
    }

    /** A page of the list of tokens; {@code filter} is a query without its question mark. */
    static Call tokens(String filter, int page) {
        return get(TOKENS, "?" + filter + "&per_page=" + ROWS_PER_PAGE + "&page=" + page);
    }

    private static Call get(String path, String query) {
        return new Call(Method.GET, path, query, "");
    }

    /** Whether it changes nothing at the other side, so that its loss is a clear no. */
    boolean reads() {
        return method == Method.GET;
    }

    /** Whether sending it twice does no more than sending it once. */
    boolean repeatable() {
        return method != Method.POST;
    }

    /**
     * Whether it looks at tokens that may be somebody else's. To a good token without the power for that, GitLab
     * answers as to an unknown one.
     */
    boolean looksAtOthers() {
        return reads() && path.startsWith(TOKENS) && !equals(SELF) && !(path.equals(TOKENS) && !namesUser());
    }

    private boolean namesUser() {
        return query.startsWith("?user_id=");
    }

    /** Whether any token that works may make it, as far as its scopes reach. */
    boolean openToAll() {
        return equals(SELF) || equals(USER) || equals(METADATA) || equals(VERSION);
    }

    /** For messages: without the query, which names people. */
    String where() {
        return method + " " + API + path;
    }
}
