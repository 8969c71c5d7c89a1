package dev.koshin.plan;

import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which credentials hold a value in one of their targets, of all that are configured. */
public record Holders(Map<Fingerprint, SortedSet<CredentialName>> byValue) {
    /** Nobody holds anything. */
    public static final Holders NOBODY = new Holders(Map.of());

    public Holders {
        byValue = Map.copyOf(byValue);
    }

    /** The credentials other than {@code self} that hold {@code value}; they need it to live. */
    public SortedSet<CredentialName> others(CredentialName self, Fingerprint value) {
        TreeSet<CredentialName> others = new TreeSet<>(byValue.getOrDefault(value, new TreeSet<>()));
        others.remove(self);
        return others;
    }
}
