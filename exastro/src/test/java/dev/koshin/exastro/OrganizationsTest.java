package dev.koshin.exastro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.koshin.database.jdbc.JdbcOptions;
import dev.koshin.exastro.sample.ItaSchema;
import dev.koshin.exastro.sample.SampleOrganization;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OrganizationsTest {
    private static final Secret FRESH = Secret.of("glpat-fresh");

    private final Connection behind;
    private final ItaSchema schema;
    private final ExastroOrganizations organizations;

    OrganizationsTest() throws SQLException {
        MariaDb.fresh("ITA_DB");
        behind = MariaDb.owner("");
        schema = ItaSchema.on(behind);
        schema.create();
        organizations = ExastroOrganizations.of(
                OrganizationsOptions.of(JdbcOptions.of(MariaDb.url(""), MariaDb.USER, MariaDb.password())));
    }

    @AfterEach
    void close() throws SQLException {
        organizations.close();
        behind.close();
    }

    private static Secret tokenOf(String user) {
        return Secret.of("token-of-" + user);
    }

    private static SampleOrganization row(String key, String id, String user, String token) {
        return new SampleOrganization(
                key, id, Optional.of(user), Optional.of(Secret.of(token)), false, "2025-07-16 08:10:42.684294");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = behind.createStatement()) {
            statement.execute(sql);
        }
    }

    private Found look() {
        return done(organizations.look());
    }

    private static <T> T done(Effect<T> effect) {
        return switch (effect) {
            case Effect.Done<T>(T value) -> value;
            case Effect.Refused<T>(Problem problem) -> throw new AssertionError("refused: " + problem);
            case Effect.Unclear<T>(Problem problem) -> throw new AssertionError("unclear: " + problem);
        };
    }

    private List<String> names() {
        return look().live().stream()
                .map(Organization::credential)
                .map(CredentialName::value)
                .toList();
    }

    @Test
    void finds_the_organizations_of_the_manual() throws SQLException {
        List<SampleOrganization> manual = SampleOrganization.ofTheManual(OrganizationsTest::tokenOf);
        schema.insert(manual);
        schema.insert(List.of(
                SampleOrganization.withoutGitLab("no-gitlab-org"),
                manual.getFirst().asDeleted()));
        Found found = look();
        assertThat(names())
                .containsExactly(
                        "exastro/organization/test-org-01",
                        "exastro/organization/test-org-02",
                        "exastro/organization/test-org-03",
                        "exastro/organization/test-org-04",
                        "exastro/organization/test-org-05");
        assertThat(found.skipped())
                .extracting(Skipped::organizationId, skipped -> skipped.why().code())
                .containsExactly(tuple("no-gitlab-org", "no-gitlab"), tuple("test-org-01", "deleted"));
        Organization first = found.live().getFirst();
        assertThat(first.user()).isEqualTo("ITA_ORG_AA1B2F4F-DB58-4ACB-B957-2827DD4E2624");
        TargetName name = new TargetName("ITA_DB.T_COMN_ORGANIZATION_DB_INFO[4897f2a4-6167-4efd-bcf9-8919c7174691]");
        assertThat(first.targets()).extracting(Target::name).containsExactly(name);
        assertThat(first.held()).containsEntry(name, new Held.Value(tokenOf(first.user())));
        assertThat(found.toString()).doesNotContain("token-of-");
    }

    @Test
    void delivers_into_one_column_of_one_row() throws SQLException {
        schema.insert(SampleOrganization.ofTheManual(OrganizationsTest::tokenOf));
        Organization third = look().live().get(2);
        Target target = third.targets().getFirst();
        Place.View before = done(organizations.place().look());
        Held held = done(target.preflight(255));
        assertThat(done(target.deliver(held, FRESH)).cell()).isEqualTo(target.cell());
        TreeMap<Place.Cell, String> changed =
                new TreeMap<>(done(organizations.place().look()).cells());
        changed.entrySet().removeAll(before.cells().entrySet());
        assertThat(changed.keySet())
                .containsExactly(new Place.Cell("28e3f7a1-93bd-40f9-9818-d8e146113709", "GITLAB_TOKEN"));
        assertThat(done(target.read())).isEqualTo(new Held.Value(FRESH));
    }

    @Test
    void no_longer_writes_into_an_organization_that_was_deleted_meanwhile() throws SQLException {
        schema.insert(SampleOrganization.ofTheManual(OrganizationsTest::tokenOf));
        Organization first = look().live().getFirst();
        run("UPDATE " + schema.table() + " SET DISUSE_FLAG = '1' WHERE ORGANIZATION_ID = 'test-org-01'");
        Effect<Target.Receipt> ending =
                first.targets().getFirst().deliver(new Held.Value(tokenOf(first.user())), FRESH);
        assertThat(ending).isInstanceOf(Effect.Refused.class).asString().contains(Reason.TARGET_ROW_MISSING.code());
    }

    @Test
    void tells_apart_live_rows_with_the_same_id() throws SQLException {
        schema.insert(List.of(
                row("aaaaaaaa-1", "twice", "ITA_ORG_1", "one"),
                row("bbbbbbbb-2", "twice", "ITA_ORG_2", "two"),
                row("cccccccc-3", "once", "ITA_ORG_3", "three")));
        assertThat(names())
                .containsExactly(
                        "exastro/organization/once",
                        "exastro/organization/twice#aaaaaaaa",
                        "exastro/organization/twice#bbbbbbbb");
    }

    @Test
    void uses_the_whole_key_where_its_beginning_is_not_enough() throws SQLException {
        schema.insert(List.of(
                row("aaaaaaaa-1", "twice", "ITA_ORG_1", "one"), row("aaaaaaaa-2", "twice", "ITA_ORG_2", "two")));
        assertThat(names())
                .containsExactly("exastro/organization/twice#aaaaaaaa-1", "exastro/organization/twice#aaaaaaaa-2");
    }

    @Test
    void rows_that_share_a_token_are_one_credential() throws SQLException {
        schema.insert(List.of(
                row("aaaaaaaa-1", "org-a", "ITA_ORG_1", "shared"),
                row("bbbbbbbb-2", "org-b", "ITA_ORG_1", "shared"),
                row("cccccccc-3", "org-c", "ITA_ORG_1", "other"),
                row("dddddddd-4", "org-d", "ITA_ORG_2", "shared")));
        Found found = look();
        assertThat(names())
                .containsExactly(
                        "exastro/organization/org-a", "exastro/organization/org-c", "exastro/organization/org-d");
        assertThat(found.live().getFirst().targets()).hasSize(2);
        assertThat(found.live().getFirst().held()).hasSize(2);
        assertThat(found.live().getFirst().ids()).isEqualTo(new TreeSet<>(List.of("org-a", "org-b")));
    }

    @Test
    void rows_of_one_organization_that_share_a_token_need_no_suffix() throws SQLException {
        schema.insert(List.of(
                row("aaaaaaaa-1", "org-a", "ITA_ORG_1", "shared"), row("bbbbbbbb-2", "org-a", "ITA_ORG_1", "shared")));
        assertThat(names()).containsExactly("exastro/organization/org-a");
    }

    @Test
    void skips_rows_with_an_empty_user_token_or_organization() throws SQLException {
        schema.insert(List.of(
                row("1", "a", "", "token"), row("2", "b", "ITA_ORG_2", "token"), row("3", "", "ITA_ORG_3", "token")));
        run("UPDATE " + schema.table() + " SET GITLAB_TOKEN = '' WHERE PRIMARY_KEY = '2'");
        assertThat(look().live()).isEmpty();
        assertThat(look().skipped())
                .containsExactly(
                        new Skipped("", "3", Skipped.Why.NO_ORGANIZATION),
                        new Skipped("a", "1", Skipped.Why.NO_GITLAB),
                        new Skipped("b", "2", Skipped.Why.NO_GITLAB));
    }

    @Test
    void works_with_a_table_that_lacks_later_columns() throws SQLException {
        schema.insert(SampleOrganization.ofTheManual(OrganizationsTest::tokenOf));
        run("ALTER TABLE " + schema.table() + " DROP COLUMN NO_INSTALL_DRIVER, DROP COLUMN INITIAL_DATA_ANSIBLE_IF");
        assertThat(look().live()).hasSize(5);
    }

    @Test
    void says_when_the_table_is_older_than_gitlab_in_ita() throws SQLException {
        run("ALTER TABLE " + schema.table() + " DROP COLUMN GITLAB_USER");
        assertThat(organizations.look())
                .isEqualTo(new Effect.Refused<>(Problem.of(
                        Reason.TARGET_COLUMN_MISSING,
                        "ITA_DB.T_COMN_ORGANIZATION_DB_INFO at " + MariaDb.address(),
                        "GITLAB_USER")));
    }

    @Test
    void needs_the_scope_api_and_no_other() {
        assertThat(ExastroOrganizations.SCOPES).containsExactly("api");
    }
}
