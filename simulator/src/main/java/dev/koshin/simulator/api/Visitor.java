package dev.koshin.simulator.api;

import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.http.Request;
import dev.koshin.simulator.state.Digest;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a request says about who sent it.
 *
 * @param digest of the token; empty when there is none
 * @param session of a browser, which counts when there is no token
 * @param sudo the user in whose place the request wants to be
 */
record Visitor(Optional<Digest> digest, Optional<String> session, Optional<String> sudo, String path) {
    private static final String COOKIE = "_gitlab_session=";

    /** A token may be in a parameter, in PRIVATE-TOKEN or in Authorization; the first of these that is there counts. */
    static Visitor of(Request request, Params params) {
        Optional<Digest> digest = params.present("private_token")
                .or(() -> params.present("access_token"))
                .or(() -> request.header("Private-Token").filter(value -> !value.isBlank()))
                .or(() -> request.header("Authorization").flatMap(Visitor::bearer))
                .map(Digest::of);
        Optional<String> sudo = params.present("sudo").or(() -> request.header("Sudo"));
        return new Visitor(digest, session(request), sudo.filter(name -> !name.isBlank()), request.path());
    }

    private static Optional<String> session(Request request) {
        return request.header("Cookie")
                .flatMap(header -> Arrays.stream(header.split(";", -1))
                        .map(String::strip)
                        .filter(pair -> pair.startsWith(COOKIE))
                        .map(pair -> pair.substring(COOKIE.length()))
                        .findFirst());
    }

    private static Optional<String> bearer(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, "Bearer ", 0, 7);
        return bearer ? Optional.of(authorization.substring(7).strip()) : Optional.empty();
    }
}
