package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedFiles;
import dev.koshin.simulator.seed.SeedToken;
import dev.koshin.simulator.seed.SeedUser;
import dev.koshin.simulator.seed.Seeds;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SeedTest {
    @Test
    void theManualsSeedHasRootAndFiveOrganizations() {
        Seed seed = Seeds.exastroManual(Cast.TODAY);

        assertThat(seed.users())
                .extracting(SeedUser::username)
                .startsWith("root", "ITA_ORG_AA1B2F4F-DB58-4ACB-B957-2827DD4E2624")
                .hasSize(6);
        assertThat(seed.valueFor("root")).matches("[A-Za-z0-9]{20}");
        assertThat(seed.valueFor("ITA_ORG_A96A7A66-45BD-4AFE-B7EF-FF554956A1BA"))
                .matches("glpat-[A-Za-z0-9]{20}");
        assertThat(seed.tokens().stream().map(token -> token.expiresAt().orElseThrow()))
                .anyMatch(day -> day.isBefore(Cast.TODAY))
                .contains(Cast.TODAY.plusDays(57))
                .doesNotHaveDuplicates();
        assertThat(seed.tokens().stream().skip(1))
                .allMatch(token -> token.name().equals(nameOfOwner(seed, token)));
    }

    @Test
    void readyMadeSeedsAreTheSameEveryTime() {
        assertThat(Seeds.exastroManual(Cast.TODAY)).isEqualTo(Seeds.exastroManual(Cast.TODAY));
        assertThat(Seeds.fleet(50, Cast.TODAY)).isEqualTo(Seeds.fleet(50, Cast.TODAY));
        assertThat(Seeds.fleet(50, Cast.TODAY).users()).hasSize(51);
    }

    @Test
    void aSeedFileStartsASimulator(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("seed.json");
        Files.writeString(
                file,
                "{\"users\":[{\"id\":1,\"username\":\"root\",\"name\":\"Administrator\",\"admin\":true,"
                        + "\"state\":\"active\"}],\"tokens\":[{\"id\":1,\"userId\":1,\"name\":\"root-token\","
                        + "\"scopes\":[\"api\",\"sudo\"],\"expiresAt\":null,\"revoked\":false,\"value\":\"v\","
                        + "\"createdAt\":\"2026-01-01T00:00:00Z\"}],\"settings\":{\"adminMode\":false,"
                        + "\"maxLifetimeDays\":365,\"requireExpiry\":true,\"tokenPrefix\":\"glpat-\","
                        + "\"routableTokens\":true}}");

        try (Stage stage = Stage.open(options -> options.withSeedFile(file))) {
            stage.control().advanceClock(Duration.ofDays(10_000));
            assertThat(stage.get("v", "/personal_access_tokens/self").body())
                    .contains("\"created_at\":\"2026-01-01T00:00:00.000Z\"")
                    .contains("\"expires_at\":null");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"users":[],"tokens":[],"colour":1}                       | "colour"
            {"users":[{"id":1,"username":"a","pet":"x"}],"tokens":[]} | "pet"
            {"users":[{"id":1}],"tokens":[]}                          | a user needs a username
            {"users":[],"tokens":[],"settings":{"adminmode":true}}    | "adminmode"
            [                                                         | not a seed
            """)
    void aWrongSeedIsRefusedWithTheReason(String json, String reason) {
        assertThatThrownBy(() -> SeedFiles.parse(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"users":[{"id":1,"username":"a"},{"id":2,"username":"A"}],"tokens":[]}                                      | two users
            {"users":[{"id":0,"username":"a"}],"tokens":[]}                                                              | positive id
            {"users":[{"id":1,"username":"a"}],"tokens":[{"id":1,"userId":1,"name":"n","scopes":[]}]}                    | a value or a digest
            {"users":[{"id":1,"username":"a"}],"tokens":[],"settings":{"maxLifetimeDays":0}}                             | at least one day
            """)
    void aSeedThatContradictsItselfStartsNothing(String json, String reason) {
        assertThatThrownBy(() -> Simulator.start(SimulatorOptions.defaults().withSeed(SeedFiles.parse(json))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aSavedStateHoldsEverythingButOpenSessions() {
        try (Stage first = Stage.open();
                Stage second = Stage.open()) {
            first.postForm(Cast.ROOT, "/users", "email=b@c&name=B&username=b&password=long-enough");
            first.postForm(Cast.ANN, "/projects/1/access_tokens", "name=ci&scopes=api");
            first.postForm(Cast.ANN, "/projects/1/deploy_tokens", "name=d&scopes=read_repository");
            first.postForm(Cast.ANN, "/projects/1/triggers", "description=t");
            first.postForm(Cast.ANN, "/projects/1/variables", "key=K&value=v&protected=true");
            first.postForm(Cast.ROOT, "/admin/ci/variables", "key=I&value=v");
            first.control().change(SeedFiles.parseSettings("{\"adminMode\":true,\"replicaLag\":\"PT1S\"}"));

            String state = first.plain("GET", "/control/state", "").body();
            assertThat(second.plain("PUT", "/control/state", state).status()).isEqualTo(204);

            assertThat(second.plain("GET", "/control/state", "").body()).isEqualTo(state);
            assertThat(second.get(Cast.ANN, "/projects/1/variables/K")
                            .json()
                            .path("protected")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void aWordThatIsNoneIsAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> Simulator.start(SimulatorOptions.defaults()
                        .withSeed(SeedFiles.parse(
                                "{\"users\":[{\"id\":1,\"username\":\"a\",\"account\":{\"hindrance\":\"sleepy\"}}],"
                                        + "\"tokens\":[]}"))))
                .hasMessage("no hindrance of an account is called \"sleepy\"; there are: none, unconfirmed, terms,"
                        + " password_expired");
    }

    @Test
    void aSeedDoesNotPrintItsValues() {
        assertThat(Cast.seed().toString()).doesNotContain(Cast.ROOT);
    }

    @Test
    void anUnknownProfileAndAnOpenAddressAreRefused() {
        assertThatThrownBy(() -> Simulator.start(SimulatorOptions.defaults().withProfile("9.0")))
                .hasMessageContaining("there are: 15.11, 16.11, 17.11, 18.11, 19.1");
        assertThatThrownBy(() ->
                        SimulatorOptions.defaults().withBindAddress(InetAddress.getByAddress(new byte[] {0, 0, 0, 0})))
                .hasMessageContaining("loopback");
    }

    @Test
    void theDefaultsArePinned() {
        SimulatorOptions options = SimulatorOptions.defaults();

        assertThat(options.listen().getPort()).isZero();
        assertThat(options.latency()).isZero();
        assertThat(options.profile()).isEqualTo("17.11");
        assertThat(options.externalUrl()).hasToString("http://gitlab.example.test");
        assertThat(options.clockStart()).isEmpty();
    }

    private static String nameOfOwner(Seed seed, SeedToken token) {
        return seed.users().stream()
                .filter(user -> user.id() == token.userId())
                .findFirst()
                .orElseThrow()
                .username();
    }
}
