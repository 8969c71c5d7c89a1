package dev.koshin.inventory;

import dev.koshin.model.CredentialName;
import dev.koshin.plan.Policy;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.Target;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/**
 * One managed thing that holds a token over time, with everything that is needed to renew it.
 *
 * @param user the name of the GitLab user that the token belongs to
 * @param targets one at least; all of them hold the same value
 * @param scopes the new token has at least these, and those of the old one
 */
public record Credential(
        CredentialName name,
        String user,
        Issuer issuer,
        List<Target> targets,
        Consumers consumers,
        Policy policy,
        SortedSet<String> scopes) {
    public Credential {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("credential " + name + " has no target");
        }
    }

    /** The longest that one call for it may take. */
    public Duration longestCall() {
        return Collections.max(List.of(issuer.longest(), consumers.longest()));
    }
}
