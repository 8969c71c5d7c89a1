package dev.koshin.issuer.manual;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a person must enter on GitLab's page; where GitLab is, the prompt knows.
 *
 * @param user who must be signed in
 * @param name of the token; it tells the renewal, so that a lost token can be found
 * @param expiry the day to be chosen
 */
public record Instructions(String user, String name, LocalDate expiry, SortedSet<String> scopes) {
    /** Copies the scopes. */
    public Instructions {
        scopes = Collections.unmodifiableSortedSet(new TreeSet<>(scopes));
    }
}
