package dev.koshin.simulator.web.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.simulator.http.Request;
import java.util.Base64;
import java.util.Optional;

/** A name and a password, or a token in its place. */
record BasicLogin(String name, String password) {
    private static final String SCHEME = "Basic ";

    /** Nothing when the request brings none. */
    static Optional<BasicLogin> of(Request request) {
        return request.header("Authorization")
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> decoded(header.substring(SCHEME.length()).strip()));
    }

    /** Half of a pair is no login. */
    boolean complete() {
        return !name.isBlank() && !password.isEmpty();
    }

    private static BasicLogin decoded(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? new BasicLogin(pair, "")
                    : new BasicLogin(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException _) {
            return new BasicLogin("", "");
        }
    }

    @Override
    public String toString() {
        return "BasicLogin[name=" + name + "]";
    }
}
