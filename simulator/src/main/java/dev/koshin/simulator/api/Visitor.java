package dev.koshin.simulator.api;

import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.http.Request;
import dev.koshin.simulator.state.Digest;
import java.util.Optional;

/**
 * What a request says about who sent it.
 *
 * @param digest of the token; empty when there is none
 * @param sudo the user in whose place the request wants to be
 */
record Visitor(Optional<Digest> digest, Optional<String> sudo, String path) {
    /** A token may be in a parameter, in PRIVATE-TOKEN or in Authorization; the first of these that is there counts. */
    static Visitor of(Request request, Params params) {
        Optional<Digest> digest = params.present("private_token")
                .or(() -> params.present("access_token"))
                .or(() -> request.header("Private-Token").filter(value -> !value.isBlank()))
                .or(() -> request.header("Authorization").flatMap(Visitor::bearer))
                .map(Digest::of);
        Optional<String> sudo = params.present("sudo").or(() -> request.header("Sudo"));
        return new Visitor(digest, sudo.filter(name -> !name.isBlank()), request.path());
    }

    private static Optional<String> bearer(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, "Bearer ", 0, 7);
        return bearer ? Optional.of(authorization.substring(7).strip()) : Optional.empty();
    }
}
