package dev.koshin.app.config;

import dev.koshin.model.CredentialName;
import dev.koshin.plan.Policy;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A credential that is spelled out.
 *
 * @param scopes one at least
 * @param targets one at least, in the order of the file
 * @param policy the common one with what is overridden here
 */
public record CredentialConfig(
        CredentialName name,
        IssuersConfig issuer,
        SortedSet<String> scopes,
        List<TargetConfig> targets,
        Policy policy) {
    public CredentialConfig {
        scopes = Collections.unmodifiableSortedSet(new TreeSet<>(scopes));
        targets = List.copyOf(targets);
    }
}
