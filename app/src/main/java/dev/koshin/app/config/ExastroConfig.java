package dev.koshin.app.config;

import dev.koshin.plan.Policy;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An installation of Exastro IT Automation.
 *
 * @param root its root token; at least one of both is there
 */
public record ExastroConfig(Optional<Organizations> organizations, Optional<RootConfig> root) {
    /**
     * The tokens of all organizations.
     *
     * @param database which holds {@code table}
     * @param table one row for each organization
     * @param policy the common one with what is overridden here
     * @param scopes what a token has at least
     */
    public record Organizations(TargetDatabase database, String table, Policy policy, SortedSet<String> scopes) {
        /** The default of {@code table}; upper case is found whatever the server does with the case of names. */
        public static final String TABLE = "T_COMN_ORGANIZATION_DB_INFO";

        /** The default of {@code scopes}, which is what Exastro itself asks for. */
        public static final SortedSet<String> SCOPES = Collections.unmodifiableSortedSet(new TreeSet<>(Set.of("api")));

        public Organizations {
            scopes = Collections.unmodifiableSortedSet(new TreeSet<>(scopes));
        }
    }
}
