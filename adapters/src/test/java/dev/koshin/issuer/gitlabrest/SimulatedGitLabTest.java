package dev.koshin.issuer.gitlabrest;

import static dev.koshin.issuer.gitlabrest.Setup.done;
import static dev.koshin.issuer.gitlabrest.Setup.refused;
import static dev.koshin.issuer.gitlabrest.Setup.unclear;
import static dev.koshin.issuer.gitlabrest.Simulation.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Account;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Expiry;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import dev.koshin.simulator.fault.Effect.Booting;
import dev.koshin.simulator.fault.Effect.Drop;
import dev.koshin.simulator.fault.Effect.Half;
import dev.koshin.simulator.fault.Effect.RateLimit;
import dev.koshin.simulator.fault.Fault;
import dev.koshin.simulator.fault.When;
import dev.koshin.simulator.profile.Profiles;
import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.Seeds;
import dev.koshin.simulator.state.Settings;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SimulatedGitLabTest {
    private static final Seed MANUAL = Seeds.exastroManual(TODAY);
    private static final Account FRESH = Account.of(new UserId(6), "ITA_ORG_A96A7A66-45BD-4AFE-B7EF-FF554956A1BA");
    private static final UserId USER = FRESH.id().orElseThrow();
    private static final String CREATE = "/personal_access_tokens$";

    @Test
    void one_renewal_makes_five_calls() {
        try (Simulation simulation = new Simulation()) {
            done(simulation.gitlab.catalog().tokensOf(Set.of(USER)));
            Issuer issuer = simulation.gitlab.issuer(FRESH.name());
            Token old = live(issuer, Secret.of(MANUAL.valueFor(FRESH.name())));
            Token _ = live(issuer, Secret.of(MANUAL.valueFor("root")));
            long before = simulation.gitlab.calls();

            Account account = done(issuer.preflight(Optional.of(old)));
            Issued issued = done(issuer.issue(request(account, 365)));
            assertThat(live(issuer, issued.secret()).id())
                    .isEqualTo(issued.token().id());
            assertThat(done(issuer.exercise(issued.secret()))).isEqualTo(account);
            assertThat(done(issuer.marked(account, Setup.MARKER))).hasSize(1);
            done(issuer.revoke(old.id(), Setup.OWN));

            assertThat(simulation.gitlab.calls() - before).isEqualTo(5);
        }
    }

    @Test
    void a_reused_connection_that_is_dropped_after_the_work_is_unclear_and_the_token_is_found() {
        try (Simulation simulation = new Simulation()) {
            Issuer issuer = simulation.gitlab.issuer(FRESH.name());
            done(issuer.preflight(Optional.empty()));
            simulation.simulator.control().addFault(Fault.once("POST", CREATE, When.AFTER, new Drop()));

            assertThat(unclear(issuer.issue(request(FRESH, 30)))).isEqualTo(Reason.GITLAB_UNREACHABLE);

            assertThat(posts(simulation)).isEqualTo(1);
            assertThat(done(issuer.marked(FRESH, Setup.MARKER))).hasSize(1);
        }
    }

    @Test
    void half_an_answer_is_unclear_and_the_token_is_found() {
        try (Simulation simulation = new Simulation()) {
            Issuer issuer = simulation.gitlab.issuer(FRESH.name());
            simulation.simulator.control().addFault(Fault.once("POST", CREATE, When.AFTER, new Half()));

            assertThat(unclear(issuer.issue(request(FRESH, 30)))).isEqualTo(Reason.GITLAB_UNREACHABLE);

            assertThat(posts(simulation)).isEqualTo(1);
            assertThat(done(issuer.marked(FRESH, Setup.MARKER))).hasSize(1);
        }
    }

    @Test
    void a_gitlab_that_boots_and_throttles_is_waited_for() {
        try (Simulation simulation = new Simulation()) {
            simulation.simulator.control().addFault(Fault.once("GET", "/users$", When.BEFORE, new Booting()));
            simulation
                    .simulator
                    .control()
                    .addFault(
                            Fault.once("POST", CREATE, When.BEFORE, new RateLimit(Optional.of(Duration.ofSeconds(9)))));
            Issuer issuer = simulation.gitlab.issuer(FRESH.name());

            done(issuer.issue(request(done(issuer.preflight(Optional.empty())), 30)));

            assertThat(simulation.waits)
                    .hasSize(2)
                    .last()
                    .asInstanceOf(InstanceOfAssertFactories.DURATION)
                    .isBetween(Duration.ofMillis(8500), Duration.ofSeconds(9));
        }
    }

    @Test
    void a_lifetime_longer_than_allowed_is_shortened_to_what_the_server_allows() {
        try (Simulation simulation = new Simulation()) {
            Issued issued = done(simulation.gitlab.issuer(FRESH.name()).issue(request(FRESH, 400)));

            assertThat(issued.token().expiry()).contains(new Expiry(TODAY.plusDays(365)));
            assertThat(posts(simulation)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-200, 200})
    void a_server_whose_clock_differs_is_asked_for_days_of_its_own(int days) {
        try (Simulation simulation = new Simulation()) {
            simulation.simulator.control().advanceClock(Duration.ofDays(days));
            simulation.simulator.control().load(Seeds.exastroManual(TODAY.plusDays(days)));

            Issued issued = done(simulation.gitlab.issuer(FRESH.name()).issue(request(FRESH, 365)));

            assertThat(issued.token().expiry()).contains(new Expiry(TODAY.plusDays(days + 365L)));
            assertThat(posts(simulation)).isEqualTo(1);
            assertThat(done(simulation.gitlab.preflight()).problems())
                    .extracting(Problem::reason)
                    .contains(Reason.CLOCK_DIFFERS);
        }
    }

    @Test
    void the_tokens_of_all_come_with_one_call() {
        try (Simulation simulation = new Simulation()) {
            List<Token> tokens = done(simulation.gitlab.catalog().tokensOf(Set.of(USER, new UserId(1))));

            assertThat(tokens).hasSize(6);
            assertThat(simulation.gitlab.calls()).isEqualTo(1);
        }
    }

    @Test
    void ten_thousand_tokens_come_with_a_hundred_calls() {
        Seed fleet = Seeds.fleet(9_999, TODAY);
        try (Simulation simulation = new Simulation(fleet)) {
            Set<UserId> users =
                    LongStream.rangeClosed(2, 10_000).mapToObj(UserId::new).collect(Collectors.toSet());

            assertThat(done(simulation.gitlab.catalog().tokensOf(users))).hasSize(10_000);
            assertThat(simulation.gitlab.calls()).isEqualTo(100);
        }
    }

    @Test
    void admin_mode_is_named_wherever_it_bites() {
        Seed seed = MANUAL.with(Settings.fresh(Profiles.named("17.11")).withAdminMode(true));
        try (Simulation simulation = new Simulation(seed)) {
            GitLabRest gitlab = simulation.gitlab;

            assertThat(refused(gitlab.issuer(FRESH.name()).preflight(Optional.empty())))
                    .isEqualTo(Reason.ADMIN_MODE_ON);
            assertThat(refused(gitlab.issuer(FRESH.name()).issue(request(FRESH, 30))))
                    .isEqualTo(Reason.ADMIN_MODE_ON);
            assertThat(refused(gitlab.issuer(FRESH.name()).marked(FRESH, Setup.MARKER)))
                    .isEqualTo(Reason.ADMIN_MODE_ON);
            assertThat(refused(gitlab.issuer(FRESH.name()).revoke(new TokenId(6), Setup.OWN)))
                    .isEqualTo(Reason.ADMIN_MODE_ON);
            assertThat(refused(gitlab.catalog().tokensOf(Set.of(USER)))).isEqualTo(Reason.ADMIN_MODE_ON);
            assertThat(done(gitlab.preflight()).adminModeWithoutScope()).isTrue();
        }
    }

    @Test
    void an_expired_value_is_expired() {
        try (Simulation simulation = new Simulation()) {
            String user = "ITA_ORG_AA1B2F4F-DB58-4ACB-B957-2827DD4E2624";

            assertThat(done(simulation.gitlab.issuer(user).inspect(Secret.of(MANUAL.valueFor(user)))))
                    .isEqualTo(new Inspection.Expired());
        }
    }

    @Test
    void the_report_of_the_manuals_root_warns_of_its_expiry() {
        try (Simulation simulation = new Simulation()) {
            AdminReport report = done(simulation.gitlab.preflight());

            assertThat(report.server().orElseThrow().version()).startsWith("17.11");
            assertThat(report.scopes()).containsExactly("api", "sudo", "write_repository");
            assertThat(report.problems()).extracting(Problem::reason).containsExactly(Reason.ADMIN_TOKEN_EXPIRES_SOON);
        }
    }

    private static TokenRequest request(Account account, int days) {
        return new TokenRequest(
                account, new CredentialName("exastro/org"), Setup.MARKER, new TreeSet<>(List.of("api")), days);
    }

    private static long posts(Simulation simulation) {
        return simulation.simulator.control().requestsSince(0).stream()
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    private static Token live(Issuer issuer, Secret value) {
        return ((Inspection.Live) done(issuer.inspect(value))).token();
    }
}
