package dev.koshin.app.config;

import dev.koshin.secret.KubernetesReference;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A place that holds a credential's value; one record for each {@code kind}. */
public sealed interface TargetConfig {
    /**
     * One column of one row in a database.
     *
     * @param keyColumn with {@code key}, tells which row
     * @param column holds the value
     * @param where column and value that must hold in the row besides
     */
    record SqlRow(
            TargetDatabase database,
            String table,
            String keyColumn,
            String key,
            String column,
            SortedMap<String, String> where)
            implements TargetConfig {
        public SqlRow {
            where = Collections.unmodifiableSortedMap(new TreeMap<>(where));
        }
    }

    /** One key of a Secret in a cluster. */
    record KubernetesSecret(KubernetesReference reference) implements TargetConfig {}

    /** One key of a {@code .env} file. */
    record EnvFile(Path path, String key) implements TargetConfig {}

    /**
     * One value of a Helm values file.
     *
     * @param key the keys from the root on, joined by points
     */
    record HelmValues(Path path, String key) implements TargetConfig {}
}
