package dev.koshin.app.wiring;

import dev.koshin.app.config.CredentialConfig;
import dev.koshin.app.config.ExastroConfig;
import dev.koshin.app.config.RootConfig;
import dev.koshin.exastro.ExastroOrganizations;
import dev.koshin.exastro.Found;
import dev.koshin.exastro.Organization;
import dev.koshin.exastro.OrganizationsOptions;
import dev.koshin.exastro.Skipped;
import dev.koshin.inventory.Credential;
import dev.koshin.model.Problem;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration expands to.
 *
 * @param first of {@code all}: the credential that the others are renewed with
 * @param skipped what was found and left out, with the code of the reason
 * @param unseen why the organizations are missing, if they could not be looked for
 */
public record Credentials(
        Optional<Credential> first, List<Credential> all, Map<String, String> skipped, Optional<Problem> unseen) {

    static Credentials of(Parts parts) {
        Expanding expanding = new Expanding(parts);
        parts.config().exastro().flatMap(ExastroConfig::root).ifPresent(expanding::root);
        parts.config().exastro().flatMap(ExastroConfig::organizations).ifPresent(expanding::organizations);
        parts.config().credentials().forEach(expanding::other);
        return new Credentials(expanding.first, List.copyOf(expanding.all), expanding.skipped, expanding.unseen);
    }

    /** The organizations of {@code exastro}; {@code closing} gives the database back. */
    public static ExastroOrganizations organizations(
            ExastroConfig.Organizations exastro, int connections, Closing closing) {
        OrganizationsOptions usual = OrganizationsOptions.of(Targets.database(exastro.database(), connections));
        ExastroOrganizations organizations =
                ExastroOrganizations.of(new OrganizationsOptions(usual.database(), usual.schema(), exastro.table()));
        closing.add(organizations::close);
        return organizations;
    }

    private static final class Expanding {
        private final Parts parts;
        private final List<Credential> all = new ArrayList<>();
        private final Map<String, String> skipped = new LinkedHashMap<>();
        private Optional<Credential> first = Optional.empty();
        private Optional<Problem> unseen = Optional.empty();

        Expanding(Parts parts) {
            this.parts = parts;
        }

        void root(RootConfig config) {
            Credential root = Roots.credential(config, parts);
            first = Optional.of(root);
            all.add(root);
        }

        /** The root token can be renewed without the database, which is no part of it. */
        void organizations(ExastroConfig.Organizations config) {
            int connections = parts.config().gitlab().concurrency();
            switch (Credentials.organizations(config, connections, parts.closing())
                    .look()) {
                case Effect.Done<Found>(Found found) -> found(config, found);
                case Effect.Refused<Found>(Problem problem) -> unseen = Optional.of(problem);
                case Effect.Unclear<Found>(Problem problem) -> unseen = Optional.of(problem);
            }
        }

        private void found(ExastroConfig.Organizations config, Found found) {
            found.live().forEach(one -> all.add(organization(config, one)));
            found.skipped().forEach(one -> skipped.put(label(one), one.why().code()));
        }

        private Credential organization(ExastroConfig.Organizations config, Organization one) {
            return new Credential(
                    one.credential(),
                    one.user(),
                    parts.gitlab().issuer(one.user()),
                    one.targets(),
                    one.consumers(),
                    config.policy(),
                    config.scopes());
        }

        private static String label(Skipped skipped) {
            return "exastro/organization/" + skipped.organizationId() + " [" + skipped.key() + "]";
        }

        void other(CredentialConfig one) {
            all.add(new Credential(
                    one.name(),
                    one.issuer().user(),
                    Issuers.of(one.issuer(), List.of(), parts),
                    one.targets().stream()
                            .map(target -> Targets.of(target, parts.closing()))
                            .toList(),
                    Consumers.readingEachTime(),
                    one.policy(),
                    one.scopes()));
        }
    }
}
