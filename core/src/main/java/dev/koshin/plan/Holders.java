package dev.koshin.plan;

import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.TokenId;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which credentials hold a value in one of their targets, of all that are configured.
 *
 * @param byToken the same by id, as far as it is known which token a value is
 */
public record Holders(
        Map<Fingerprint, SortedSet<CredentialName>> byValue, Map<TokenId, SortedSet<CredentialName>> byToken) {
    /** Nobody holds anything. */
    public static final Holders NOBODY = new Holders(Map.of(), Map.of());

    public Holders {
        byValue = Map.copyOf(byValue);
        byToken = Map.copyOf(byToken);
    }

    /** The credentials other than {@code self} that hold {@code value}; they need it to live. */
    public SortedSet<CredentialName> others(CredentialName self, Fingerprint value) {
        return without(self, byValue.getOrDefault(value, new TreeSet<>()));
    }

    /** The credentials other than {@code self} that are known to hold {@code token}; they need it to live. */
    public SortedSet<CredentialName> others(CredentialName self, TokenId token) {
        return without(self, byToken.getOrDefault(token, new TreeSet<>()));
    }

    private static SortedSet<CredentialName> without(CredentialName self, SortedSet<CredentialName> holders) {
        TreeSet<CredentialName> others = new TreeSet<>(holders);
        others.remove(self);
        return others;
    }
}
