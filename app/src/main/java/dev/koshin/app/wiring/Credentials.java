package dev.koshin.app.wiring;

import dev.koshin.app.config.Config;
import dev.koshin.app.config.CredentialConfig;
import dev.koshin.app.config.DatabaseConfig;
import dev.koshin.app.config.ExastroConfig;
import dev.koshin.app.config.IssuerConfig;
import dev.koshin.app.config.TargetConfig;
import dev.koshin.exastro.ExastroOrganizations;
import dev.koshin.exastro.Found;
import dev.koshin.exastro.Organization;
import dev.koshin.exastro.OrganizationsOptions;
import dev.koshin.exastro.Skipped;
import dev.koshin.inventory.Credential;
import dev.koshin.issuer.gitlabrest.GitLabRest;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.secret.SecretSource;
import dev.koshin.spi.Consumers;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Expands a configuration to credentials. */
record Credentials(List<Credential> credentials, Map<String, String> skipped) {

    static Credentials of(Config config, GitLabRest gitlab, Closing closing) {
        List<Credential> all = new ArrayList<>();
        Map<String, String> skipped = new LinkedHashMap<>();
        config.exastro().ifPresent(exastro -> {
            Found found =
                    look(organizations(exastro.organizations(), config.gitlab().concurrency(), closing));
            found.live().forEach(one -> all.add(credential(exastro.organizations(), one, gitlab)));
            found.skipped().forEach(one -> skipped.put(label(one), one.why().code()));
        });
        config.credentials().forEach(one -> all.add(credential(one, gitlab, closing)));
        return new Credentials(List.copyOf(all), skipped);
    }

    static ExastroOrganizations organizations(ExastroConfig.Organizations exastro, int connections, Closing closing) {
        ExastroOrganizations organizations = ExastroOrganizations.of(options(exastro, connections));
        closing.add(organizations::close);
        return organizations;
    }

    private static OrganizationsOptions options(ExastroConfig.Organizations exastro, int connections) {
        OrganizationsOptions usual =
                OrganizationsOptions.of(database(exastro.database()).withConnections(connections));
        return new OrganizationsOptions(usual.database(), usual.schema(), exastro.table());
    }

    private static SqlDatabaseOptions database(DatabaseConfig database) {
        Supplier<Effect<Secret>> password = () -> database.password()
                .map(SecretSource::resolve)
                .orElseGet(() -> new Effect.Refused<>(
                        Problem.of(Reason.SECRET_UNRESOLVED, "database.password", "not configured")));
        return SqlDatabaseOptions.of(database.url(), database.user().orElse(""), password);
    }

    static Found look(ExastroOrganizations organizations) {
        return switch (organizations.look()) {
            case Effect.Done<Found>(Found found) -> found;
            case Effect.Refused<Found>(Problem problem) -> throw Failure.of(problem);
            case Effect.Unclear<Found>(Problem problem) -> throw Failure.of(problem);
        };
    }

    private static Credential credential(ExastroConfig.Organizations exastro, Organization one, GitLabRest gitlab) {
        return new Credential(
                one.credential(),
                one.user(),
                gitlab.issuer(one.user()),
                one.targets(),
                one.consumers(),
                exastro.policy(),
                exastro.scopes());
    }

    private static Credential credential(CredentialConfig one, GitLabRest gitlab, Closing closing) {
        return switch (one.issuer()) {
            case IssuerConfig.GitLabRest(String user) ->
                new Credential(
                        one.name(),
                        user,
                        gitlab.issuer(user),
                        one.targets().stream()
                                .map(target -> target(target, closing))
                                .toList(),
                        Consumers.readingEachTime(),
                        one.policy(),
                        one.scopes());
        };
    }

    static Target target(TargetConfig target, Closing closing) {
        return switch (target) {
            case TargetConfig.SqlRow row -> {
                SqlTable table = SqlRowTargets.table(
                        SqlTableOptions.of(database(row.database()), row.table(), row.keyColumn(), row.column()));
                closing.add(table::close);
                yield table.row(row.key(), row.where());
            }
            case TargetConfig.EnvFile(Path path, String key) -> EnvFileTargets.of(new EnvFileOptions(path, key));
            case TargetConfig.HelmValues(Path path, String key) ->
                HelmValuesTargets.of(new HelmValuesOptions(path, key));
        };
    }

    private static String label(Skipped skipped) {
        return "exastro/organization/" + skipped.organizationId() + " [" + skipped.key() + "]";
    }
}
