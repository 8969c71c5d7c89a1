package dev.koshin.exastro;

import java.util.Locale;

/** A row that is no credential. */
public record Skipped(String organizationId, String key, Why why) {
    /** The reasons. */
    public enum Why {
        /** The organization was made while no GitLab was set up: it has no user or no token. */
        NO_GITLAB,
        /** The organization was deleted; ITA keeps its row, token included. */
        DELETED,
        /** The row names no organization. */
        NO_ORGANIZATION;

        /** The stable code in every output, such as {@code no-gitlab}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
