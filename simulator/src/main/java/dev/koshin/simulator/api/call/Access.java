package dev.koshin.simulator.api.call;

import java.util.List;

/**
 * Who may pass a route.
 *
 * @param declared scopes that suffice, in GitLab's order; {@code read_…} ones only for reading; empty: any scope
 * @param who what else is asked
 */
public record Access(List<String> declared, Who who) {
    private static final List<String> API = List.of("api", "read_api");
    private static final List<String> USERS = List.of("read_user", "api", "read_api");

    /** What a caller must be. */
    public enum Who {
        ANYBODY,
        SIGNED_IN,
        ADMIN
    }

    /** Most of the API. */
    public static final Access SIGNED_IN = new Access(API, Who.SIGNED_IN);
    /** The part of the API that also knows callers without a token. */
    public static final Access PUBLIC = new Access(API, Who.ANYBODY);
    /** About users and the instance, where {@code read_user} is enough. */
    public static final Access USER_DATA = new Access(USERS, Who.SIGNED_IN);

    public static final Access PUBLIC_USER_DATA = new Access(USERS, Who.ANYBODY);
    /** An admin's token with the scope {@code api}. */
    public static final Access ADMIN = new Access(API, Who.ADMIN);
    /** Rotating the token itself. */
    public static final Access SELF_ROTATE = new Access(List.of("api", "self_rotate"), Who.SIGNED_IN);

    public static final Access ADMIN_OF_USERS = new Access(USERS, Who.ADMIN);
    /** About the token itself. */
    public static final Access ANY_TOKEN = new Access(List.of(), Who.SIGNED_IN);

    public boolean enough(List<String> scopes, boolean reading) {
        return declared.isEmpty()
                || scopes.stream().filter(declared::contains).anyMatch(scope -> reading || !scope.startsWith("read_"));
    }
}
