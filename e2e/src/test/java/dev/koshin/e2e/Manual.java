package dev.koshin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.exastro.sample.SampleOrganization;
import dev.koshin.model.Secret;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedToken;
import dev.koshin.simulator.seed.SeedUser;
import dev.koshin.simulator.seed.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The installation of ITA's manual, and what a real one also has: an organization without GitLab, and the row of a
 * deleted organization whose id a later one took over.
 */
final class Manual implements AutoCloseable {
    static final List<Long> USERS = LongStream.rangeClosed(2, 6).boxed().toList();
    static final long DELETED_USER = 7;
    private static final String DELETED_TOKEN = "glpat-0fTheDeletedOrganiz8";

    private final Lab lab;
    private final Seed seed;

    private Manual(Lab lab, Seed seed) {
        this.lab = lab;
        this.seed = seed;
    }

    static Manual start(Path folder, String grace) throws IOException, SQLException {
        Seed seed = seed();
        Lab lab = Lab.start(Distribution.built().warm(), folder, seed, rows(seed), 0);
        lab.configure(4, grace, "{ url: \"jdbc:sqlite:koshin.db\" }", "");
        return new Manual(lab, seed);
    }

    private static Seed seed() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Seed manual = Seeds.exastroManual(today);
        return Seed.of(
                plus(manual.users(), SeedUser.of(DELETED_USER, "ITA_ORG_DELETED", "deleted", false)),
                plus(
                        manual.tokens(),
                        SeedToken.of(
                                DELETED_USER,
                                DELETED_USER,
                                "deleted",
                                List.of("api"),
                                today.plusDays(30),
                                DELETED_TOKEN)));
    }

    private static <T> List<T> plus(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    private static List<SampleOrganization> rows(Seed seed) {
        return Stream.concat(
                        organizations(seed).stream(),
                        Stream.of(
                                SampleOrganization.withoutGitLab("test-org-06"),
                                SampleOrganization.live("test-org-01", Secret.of(DELETED_TOKEN))
                                        .withUser("ITA_ORG_DELETED")
                                        .asDeleted()))
                .toList();
    }

    private static List<SampleOrganization> organizations(Seed seed) {
        return SampleOrganization.ofTheManual(user -> Secret.of(seed.valueFor(user)));
    }

    Lab lab() {
        return lab;
    }

    /** PRIMARY_KEY of the five organizations, in the order of {@link #USERS}. */
    List<String> keys() {
        return organizations(seed).stream().map(SampleOrganization::key).toList();
    }

    /** Every token value that existed at the start. */
    List<String> values() {
        return seed.tokens().stream()
                .map(SeedToken::value)
                .flatMap(Optional::stream)
                .toList();
    }

    static String name(int number) {
        return "exastro/organization/test-org-0" + number;
    }

    /** Runs {@code bin/koshin}, and insists on the exit code. */
    Child koshin(int exit, String... arguments) {
        return ended(exit, lab.koshin(arguments));
    }

    static Child ended(int exit, Child child) {
        int code = child.exit();
        assertThat(code).as(() -> child.stdout() + child.stderr()).isEqualTo(exit);
        return child;
    }

    /** Runs {@code bin/koshin} with {@code -o json}, insists on the exit code, and answers its result. */
    JsonNode json(int exit, String... arguments) {
        String[] all =
                Stream.concat(Stream.of("-o", "json"), Stream.of(arguments)).toArray(String[]::new);
        return JsonMapper.shared().readTree(koshin(exit, all).stdout());
    }

    /** The tokens of {@code user} that work. */
    List<JsonNode> live(long user) {
        return lab.control()
                .get("tokens")
                .valueStream()
                .filter(token -> token.path("userId").asLong() == user)
                .filter(token -> token.path("active").asBoolean())
                .toList();
    }

    /** Invariant 1: every row's token works. */
    void everyRowHoldsALiveToken() throws SQLException {
        Rows rows = Rows.of(lab);
        for (int i = 0; i < USERS.size(); i++) {
            assertThat(live(USERS.get(i)))
                    .extracting(Manual::fingerprint)
                    .contains(fingerprint(rows.token(keys().get(i))));
        }
    }

    /** Invariant 2: of each organization's tokens exactly one works, and the row holds it. */
    void everyRowHoldsTheOnlyLiveToken() throws SQLException {
        Rows rows = Rows.of(lab);
        for (int i = 0; i < USERS.size(); i++) {
            assertThat(live(USERS.get(i)))
                    .extracting(Manual::fingerprint)
                    .containsExactly(fingerprint(rows.token(keys().get(i))));
        }
    }

    static String fingerprint(JsonNode token) {
        return token.path("fingerprint").asString();
    }

    static String fingerprint(String value) {
        return Secret.of(value).fingerprint().value();
    }

    @Override
    public void close() {
        lab.close();
    }
}
