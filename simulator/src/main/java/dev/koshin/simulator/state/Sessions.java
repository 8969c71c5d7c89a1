package dev.koshin.simulator.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Browsers and applications that hold something short-lived. Not thread-safe: {@link World} guards it. */
public final class Sessions {
    private final Map<String, Session> byCookie = new HashMap<>();
    private final Map<Digest, Grant> grants = new HashMap<>();

    /**
     * A browser.
     *
     * @param csrf what each of its forms must carry
     * @param userId who is signed in
     * @param waiting who has given the password and still owes the second factor
     */
    public record Session(String csrf, OptionalLong userId, OptionalLong waiting) {}

    /** What OAuth gave to an application. */
    public record Grant(long userId, List<String> scopes, Instant expiresAt) {}

    /** The browser with this cookie. */
    public Optional<Session> find(String cookie) {
        return Optional.ofNullable(byCookie.get(cookie));
    }

    /** Remembers a browser. */
    public void put(String cookie, Session session) {
        byCookie.put(cookie, session);
    }

    /** Forgets a browser. */
    public void end(String cookie) {
        byCookie.remove(cookie);
    }

    /** Remembers what OAuth gave. */
    public void grant(Digest token, Grant grant) {
        grants.put(token, grant);
    }

    /** What OAuth gave, if it has not run out. */
    public Optional<Grant> granted(Digest token, Instant now) {
        return Optional.ofNullable(grants.get(token))
                .filter(grant -> grant.expiresAt().isAfter(now));
    }
}
