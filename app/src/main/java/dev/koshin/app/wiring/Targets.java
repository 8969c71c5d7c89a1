package dev.koshin.app.wiring;

import dev.koshin.app.config.DatabaseConfig;
import dev.koshin.app.config.TargetConfig;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.secret.KubernetesReference;
import dev.koshin.secret.SecretSource;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Target;
import dev.koshin.target.envfile.EnvFileOptions;
import dev.koshin.target.envfile.EnvFileTargets;
import dev.koshin.target.helmvalues.HelmValuesOptions;
import dev.koshin.target.helmvalues.HelmValuesTargets;
import dev.koshin.target.sqlrow.SqlDatabaseOptions;
import dev.koshin.target.sqlrow.SqlRowTargets;
import dev.koshin.target.sqlrow.SqlTable;
import dev.koshin.target.sqlrow.SqlTableOptions;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Makes targets of what is configured. */
final class Targets {
    private Targets() {}

    static Target of(TargetConfig target, Closing closing) {
        return switch (target) {
            case TargetConfig.SqlRow row -> {
                SqlTable table = SqlRowTargets.table(
                        SqlTableOptions.of(database(row.database()), row.table(), row.keyColumn(), row.column()));
                closing.add(table::close);
                yield table.row(row.key(), row.where());
            }
            case TargetConfig.KubernetesSecret(KubernetesReference reference) -> Clusters.target(reference, closing);
            case TargetConfig.EnvFile(Path path, String key) -> EnvFileTargets.of(new EnvFileOptions(path, key));
            case TargetConfig.HelmValues(Path path, String key) ->
                HelmValuesTargets.of(new HelmValuesOptions(path, key));
        };
    }

    static SqlDatabaseOptions database(DatabaseConfig database) {
        Supplier<Effect<Secret>> password = () -> database.password()
                .map(SecretSource::resolve)
                .orElseGet(() -> new Effect.Refused<>(
                        Problem.of(Reason.SECRET_UNRESOLVED, "database.password", "not configured")));
        return SqlDatabaseOptions.of(database.url(), database.user().orElse(""), password);
    }
}
