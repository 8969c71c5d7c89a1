package dev.koshin.exastro.discovery;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The address of GitLab, as seen from this host.
 *
 * @param answered the first that GitLab answers at
 * @param candidates all that were thought of, likeliest first
 * @param silent why the likeliest did not answer; empty if it did
 */
record Reached(Optional<URI> answered, List<URI> candidates, String silent) {
    Reached {
        candidates = List.copyOf(candidates);
    }

    /** Tries {@code candidates} in their order, each once, until one answers. */
    static Reached of(List<URI> candidates, Doors doors) {
        String silent = "";
        for (URI candidate : candidates) {
            Optional<String> why = doors.gitlab(candidate);
            if (why.isEmpty()) {
                return new Reached(Optional.of(candidate), candidates, silent);
            }
            silent = silent.isEmpty() ? why.get() : silent;
        }
        return new Reached(Optional.empty(), candidates, silent);
    }
}
