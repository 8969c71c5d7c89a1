package dev.koshin.app.wiring;

import dev.koshin.app.config.DatabaseConfig;
import dev.koshin.app.config.TargetConfig;
import dev.koshin.app.config.TargetDatabase;
import dev.koshin.database.DatabaseOptions;
import dev.koshin.database.client.ClientOptions;
import dev.koshin.database.jdbc.JdbcOptions;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.process.Inside;
import dev.koshin.secret.KubernetesReference;
import dev.koshin.secret.SecretSource;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Target;
import dev.koshin.target.envfile.EnvFileOptions;
import dev.koshin.target.envfile.EnvFileTargets;
import dev.koshin.target.helmvalues.HelmValuesOptions;
import dev.koshin.target.helmvalues.HelmValuesTargets;
import dev.koshin.target.sqlrow.SqlRowTargets;
import dev.koshin.target.sqlrow.SqlTable;
import dev.koshin.target.sqlrow.SqlTableOptions;
import java.nio.file.Path;

/** Makes targets of what is configured. */
public final class Targets {
    private Targets() {}

    /** The target that {@code target} describes; {@code closing} gives back what it opens. */
    public static Target of(TargetConfig target, Closing closing) {
        return switch (target) {
            case TargetConfig.SqlRow row -> {
                SqlTable table = SqlRowTargets.table(SqlTableOptions.of(
                        database(row.database(), JdbcOptions.CONNECTIONS), row.table(), row.keyColumn(), row.column()));
                closing.add(table::close);
                yield table.row(row.key(), row.where());
            }
            case TargetConfig.KubernetesSecret(KubernetesReference reference) -> Clusters.target(reference, closing);
            case TargetConfig.EnvFile(Path path, String key) -> EnvFileTargets.of(new EnvFileOptions(path, key));
            case TargetConfig.HelmValues(Path path, String key) ->
                HelmValuesTargets.of(new HelmValuesOptions(path, key));
        };
    }

    /** @param connections the most that are open at once to a server; a client in a container has fewer */
    static DatabaseOptions database(TargetDatabase database, int connections) {
        return switch (database) {
            case DatabaseConfig(String url, var user, var password) ->
                JdbcOptions.of(
                                url,
                                user.orElse(""),
                                () -> password.map(SecretSource::resolve)
                                        .orElseGet(() -> new Effect.Refused<>(Problem.of(
                                                Reason.SECRET_UNRESOLVED, "database.password", "not configured"))))
                        .withConnections(connections);
            case TargetDatabase.Client(Inside inside, var name, String user, SecretSource password) -> {
                ClientOptions options = ClientOptions.of(inside, user, password::resolve, Wiring.programs());
                yield name.map(options::in).orElse(options);
            }
        };
    }
}
