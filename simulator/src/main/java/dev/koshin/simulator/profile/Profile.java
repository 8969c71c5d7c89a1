package dev.koshin.simulator.profile;

import java.util.Set;

/**
 * One GitLab release.
 *
 * @param name how an operator asks for it: {@code 17.11}
 * @param scopes that a personal access token may carry
 */
public record Profile(
        String name, Release release, Set<String> scopes, TokenKeys tokenKeys, UserKeys userKeys, TokenRules rules) {
    /** Copies the set. */
    public Profile {
        scopes = Set.copyOf(scopes);
    }
}
