package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Account;
import dev.koshin.model.Expiry;
import dev.koshin.model.Problem;
import dev.koshin.model.TokenId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;

/**
 * What is known about the server and about the administrator's token.
 *
 * @param server which GitLab it is; empty if it does not tell
 * @param user whose token it is
 * @param admin whether that user is an administrator
 * @param adminModeWithoutScope whether Admin Mode is on and the token lacks the scope for it, so that it has no power
 * @param expiry empty if the token never expires
 * @param ahead the server's clock minus the local one, in whole seconds at best
 * @param longestLifetimeDays of a new token; empty as long as GitLab has refused none for living too long, because it
 *     does not tell otherwise
 * @param problems what a person should look at; each has two details: where it was seen, and what was seen
 */
public record AdminReport(
        Optional<Server> server,
        Account user,
        boolean admin,
        boolean adminModeWithoutScope,
        TokenId token,
        SortedSet<String> scopes,
        Optional<Expiry> expiry,
        Duration ahead,
        OptionalInt longestLifetimeDays,
        List<Problem> problems) {
    /** Copies the list. */
    public AdminReport {
        problems = List.copyOf(problems);
    }

    /**
     * A GitLab.
     *
     * @param version as GitLab writes it: {@code 15.11.13}, {@code 19.1.1-ee}
     * @param enterprise whether it is the Enterprise Edition, with or without a licence
     */
    public record Server(String version, String revision, boolean enterprise) {}
}
