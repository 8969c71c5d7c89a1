package dev.koshin.exastro.discovery;

import dev.koshin.exastro.discovery.Doors.Door;
import java.util.Optional;

/**
 * All that was asked about a release in a cluster.
 *
 * @param values the file that the release was made with
 * @param database the door of an external database, if it is open to this host
 */
record ClusterFacts(
        String namespace, Access access, ClusterParts parts, Values values, Reached gitlab, Optional<Door> database) {
    /** Whether the database is one of this cluster, as far as that is known. */
    boolean databaseInside() {
        return parts.bundledDatabase().value().orElse(true)
                && parts.itaDatabase().isBundled();
    }
}
