package dev.koshin.model;

/**
 * Where a value is kept, in words that an operator can find again: {@code ITA_DB.T_COMN_ORGANIZATION_DB_INFO[4897…]}.
 * Unique within one credential, and the same in every run, because journal entries refer to it.
 */
public record TargetName(String value) {
    public TargetName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a target needs a name");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
