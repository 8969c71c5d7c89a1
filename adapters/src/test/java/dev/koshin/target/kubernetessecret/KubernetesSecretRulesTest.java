package dev.koshin.target.kubernetessecret;

import static dev.koshin.target.Endings.done;
import static dev.koshin.target.Endings.reason;
import static dev.koshin.target.Endings.refused;
import static dev.koshin.testkit.TargetContract.FIRST;
import static dev.koshin.testkit.TargetContract.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.kubernetes.Cluster;
import dev.koshin.kubernetes.ClusterOptions;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What the API server's rules mean for one key. */
final class KubernetesSecretRulesTest {
    private Path folder;
    private Vault vault;
    private Target target;

    @BeforeEach
    void open(@TempDir Path place) {
        folder = place;
        vault = new Vault(place);
        target = vault.target();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private ObjectNode secret() {
        return vault.server().resources().get(Vault.AT);
    }

    @Test
    void nothing_but_the_value_and_the_servers_own_notes_changes() {
        ObjectNode before = secret();
        assertThat(done(target.deliver(new Held.Value(FIRST), FRESH))).isNotNull();
        ObjectNode after = secret();
        before.withObject("/data").remove(Vault.KEY);
        after.withObject("/data").remove(Vault.KEY);
        before.withObject("/metadata").remove(List.of("managedFields", "resourceVersion"));
        after.withObject("/metadata").remove(List.of("managedFields", "resourceVersion"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void the_key_is_taken_over_from_helm_and_nothing_else_is() {
        assertThat(done(target.deliver(new Held.Value(FIRST), FRESH))).isNotNull();
        assertThat(secret().path("metadata").path("managedFields").toString())
                .contains("\"manager\":\"koshin/GITLAB_ROOT_TOKEN\",\"operation\":\"Apply\"")
                .contains("{\"f:data\":{\"f:GITLAB_ROOT_TOKEN\":{}}}")
                .doesNotContain("PASSWORD");
    }

    /** Whoever applies under one name for all keys deletes each key when it applies the next. */
    @Test
    void two_keys_of_one_secret_live_beside_each_other() {
        vault.edit("OTHER_TOKEN", Vault.base64("glpat-other-key"));
        assertThat(done(target.deliver(new Held.Value(FIRST), FRESH))).isNotNull();
        Secret second = Secret.of("glpat-second-key");
        assertThat(done(vault.target("OTHER_TOKEN").deliver(new Held.Value(Secret.of("glpat-other-key")), second)))
                .isNotNull();
        assertThat(done(target.read())).isEqualTo(new Held.Value(FRESH));
        assertThat(done(vault.target("OTHER_TOKEN").read())).isEqualTo(new Held.Value(second));
    }

    @Test
    void the_longest_key_can_be_applied() {
        String longest = "K".repeat(253);
        vault.edit(longest, Vault.base64("old"));
        assertThat(done(vault.target(longest).deliver(new Held.Value(Secret.of("old")), FRESH)))
                .isNotNull();
    }

    @Test
    void an_immutable_secret_is_refused_before_a_token_is_made() {
        vault.server().resources().edit(Vault.AT, secret -> secret.put("immutable", true));
        assertThat(refused(target.preflight(40)))
                .isEqualTo(Problem.of(Reason.TARGET_NOT_WRITABLE, target.name().value(), "immutable"));
        assertThat(reason(target.deliver(new Held.Value(FIRST), FRESH))).isEqualTo(Reason.TARGET_NOT_WRITABLE);
    }

    @Test
    void a_missing_key_is_not_made_and_an_empty_one_is_filled() {
        assertThat(reason(vault.target("TYPO").preflight(40))).isEqualTo(Reason.TARGET_ROW_MISSING);
        vault.overwrite(new Held.Nothing());
        assertThat(done(target.preflight(40))).isEqualTo(new Held.Nothing());
        assertThat(done(target.deliver(new Held.Nothing(), FRESH))).isNotNull();
    }

    @Test
    void bytes_that_are_no_text_are_never_overwritten() {
        vault.edit(Vault.KEY, "/////w==");
        assertThat(refused(target.preflight(40)).details()).last().isEqualTo("not text in UTF-8");
        assertThat(reason(target.deliver(new Held.Nothing(), FRESH))).isEqualTo(Reason.TARGET_NOT_EDITABLE);
        assertThat(done(target.place().look()).held()).doesNotContainKey(target.name());
    }

    @Test
    void preflight_finds_out_that_the_right_to_patch_is_missing() {
        vault.server().forbid("patch secrets");
        assertThat(refused(target.preflight(40)))
                .isEqualTo(Problem.of(Reason.TARGET_NOT_WRITABLE, Vault.NAMED, "HTTP 403 Forbidden"));
    }

    @Test
    void preflight_asks_for_the_right_where_nothing_can_be_tried_without_effect() {
        vault.server().resources().refuseDryRuns();
        assertThat(done(target.preflight(40))).isEqualTo(new Held.Value(FIRST));
        vault.server().forbid("really patch secrets");
        assertThat(refused(target.preflight(40)))
                .isEqualTo(Problem.of(Reason.TARGET_NOT_WRITABLE, Vault.NAMED, "patch"));
    }

    @Test
    void a_cluster_that_would_change_more_than_the_value_is_found_out_before_anything_is_written() {
        vault.server()
                .resources()
                .admission(secret -> secret.withObject("/data").put("COPY", "eA=="));
        assertThat(refused(target.preflight(40)).details()).last().isEqualTo("data[COPY]");
        assertThat(refused(target.deliver(new Held.Value(FIRST), FRESH)).details())
                .last()
                .isEqualTo("data[COPY]");
        assertThat(vault.stored()).isEqualTo(new Held.Value(FIRST));
    }

    @Test
    void the_place_shows_digests_of_everything_that_belongs_to_people() {
        assertThat(done(target.place().look()).cells().keySet().stream()
                        .map(cell -> cell.column() + "[" + cell.row() + "]"))
                .containsExactlyInAnyOrder(
                        "type[]",
                        "data[GITLAB_ROOT_PASSWORD]",
                        "data[GITLAB_ROOT_TOKEN]",
                        "labels[app.kubernetes.io/managed-by]",
                        "annotations[meta.helm.sh/release-name]");
        assertThat(done(target.place().look()).cells().values()).allMatch(digest -> digest.matches("[0-9a-f]{16}"));
    }

    @Test
    void no_request_names_a_value_in_its_address_and_none_uses_plain_text_values() {
        assertThat(done(target.deliver(new Held.Value(FIRST), FRESH))).isNotNull();
        assertThat(vault.server().heard()).allSatisfy(request -> {
            assertThat(request.toString()).doesNotContain("glpat");
            assertThat(request.body()).doesNotContain("glpat", "stringData", "PASSWORD");
        });
    }

    @Test
    void a_context_is_a_part_of_the_name_and_a_missing_one_is_refused() {
        try (Cluster there = cluster("there");
                Cluster nowhere = cluster("nowhere")) {
            Target chosen = KubernetesSecretTargets.of(there, Vault.NAMESPACE, Vault.NAME, Vault.KEY);
            assertThat(chosen.name().value()).isEqualTo("Secret exastro/ita-secret-gitlab[GITLAB_ROOT_TOKEN] in there");
            assertThat(done(chosen.read())).isEqualTo(new Held.Value(FIRST));
            Target lost = KubernetesSecretTargets.of(nowhere, Vault.NAMESPACE, Vault.NAME, Vault.KEY);
            assertThat(refused(lost.read()).details()).last().isEqualTo("kubeconfig has no context nowhere");
        }
    }

    @Test
    void a_kubeconfig_that_is_missing_or_broken_is_named_and_read_again_when_it_is_repaired() throws IOException {
        Path file = folder.resolve("other");
        try (Cluster later = Cluster.of(ClusterOptions.of(Optional.of(file), Optional.empty()), _ -> {})) {
            Target late = KubernetesSecretTargets.of(later, Vault.NAMESPACE, Vault.NAME, Vault.KEY);
            assertThat(refused(late.read()).details()).containsExactly(file.toString(), "kubeconfig cannot be read");
            Files.writeString(file, "{ not: [ yaml");
            assertThat(refused(late.read()).details()).last().isEqualTo("kubeconfig is not understood");
            Files.writeString(file, "apiVersion: v1\nkind: Config\n");
            assertThat(refused(late.read()).details()).last().isEqualTo("kubeconfig names no cluster");
            Files.copy(vault.server().kubeconfig(folder), file, StandardCopyOption.REPLACE_EXISTING);
            assertThat(done(late.read())).isEqualTo(new Held.Value(FIRST));
        }
    }

    private Cluster cluster(String context) {
        return Cluster.of(
                ClusterOptions.of(Optional.of(vault.server().kubeconfig(folder)), Optional.of(context)), _ -> {});
    }

    @Test
    void reading_for_a_reference_gives_the_value_or_says_that_it_is_empty() {
        assertThat(done(KubernetesSecretTargets.read(vault.cluster(), Vault.NAMESPACE, Vault.NAME, Vault.KEY)))
                .isEqualTo(FIRST);
        vault.overwrite(new Held.Nothing());
        assertThat(reason(KubernetesSecretTargets.read(vault.cluster(), Vault.NAMESPACE, Vault.NAME, Vault.KEY)))
                .isEqualTo(Reason.TARGET_ROW_MISSING);
    }
}
