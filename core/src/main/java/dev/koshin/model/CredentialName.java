package dev.koshin.model;

import java.util.regex.Pattern;

/**
 * The name of one managed credential, such as {@code exastro/organization/test-org-01}.
 *
 * <p>One to 300 visible characters without spaces; {@code /} separates parts. Exastro allows organization ids of 255
 * characters, which is where the bound comes from.
 */
public record CredentialName(String value) implements Comparable<CredentialName> {
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.#@~/-]{0,299}");

    public CredentialName {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException("a credential's name must match " + ALLOWED + ": " + value);
        }
    }

    @Override
    public int compareTo(CredentialName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
