package dev.koshin.issuer.manual;

import static dev.koshin.issuer.Scene.done;
import static dev.koshin.issuer.Scene.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.issuer.Scene;
import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.simulator.fault.Effect.Drop;
import dev.koshin.simulator.fault.Fault;
import dev.koshin.simulator.fault.When;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import dev.koshin.testkit.FakeGitLab;
import dev.koshin.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a person may paste. */
final class PastedTest {
    private static final LocalDate DAY = LocalDate.parse("2026-07-31");
    private static final SortedSet<String> SCOPES = new TreeSet<>(List.of("api", "sudo"));
    private static final String OTHER = "koshin exastro/root fedcba9876543210";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-07-01T12:00:00Z"));
    private final FakeGitLab gitlab = new FakeGitLab(clock);
    private final Account root = gitlab.user("root");
    private final Account ann = gitlab.user("ann");

    private Issuer issuer(Prompt prompt) {
        return Manual.issuer(prompt, gitlab.issuer("root"), "root", clock);
    }

    private String made(Account account, String name, SortedSet<String> scopes) {
        return text(gitlab.made(account, name, scopes, DAY).secret());
    }

    private static String text(Secret secret) {
        return secret.reveal(value -> value);
    }

    private TokenRequest request() {
        return Scene.request(30);
    }

    private String right() {
        return made(root, "by hand", SCOPES);
    }

    private void explained(String wrong, Reason reason) {
        Person person = Person.pasting(wrong, right());

        assertThat(done(issuer(person).issue(request())).token().name()).isEqualTo("by hand");
        assertThat(person.wrong).containsExactly(reason);
        assertThat(person.left).containsExactly(2);
    }

    @Test
    void the_instructions_are_filled_in() {
        Person person = Person.pasting(right());

        done(issuer(person).issue(request()));

        assertThat(person.shown)
                .containsExactly(new Instructions("root", "koshin exastro/root 0123456789abcdef", DAY, SCOPES));
    }

    @Test
    void blanks_around_a_value_are_cut_off() {
        String value = right();

        Issued issued = done(issuer(Person.pasting("  " + value + "\r")).issue(request()));

        assertThat(issued.secret()).isEqualTo(Secret.of(value));
    }

    @Test
    void the_name_may_be_another_as_long_as_it_is_not_another_renewals() {
        explained(made(root, OTHER, SCOPES), Reason.PASTED_OF_ANOTHER_RENEWAL);
        Person person = Person.pasting(made(root, "koshin exastro/root 0123456789abcdef", SCOPES));
        done(issuer(person).issue(request()));
        assertThat(person.wrong).isEmpty();
    }

    @Test
    void what_is_no_live_token_is_explained() {
        explained("glpat-never-heard-of-0001", Reason.PASTED_NOT_LIVE);
        explained("two words", Reason.PASTED_NOT_LIVE);
        explained(
                text(gitlab.plant(root, "dead", SCOPES, LocalDate.parse("2026-07-01"))
                        .secret()),
                Reason.PASTED_NOT_LIVE);
        Issued revoked = gitlab.made(root, "revoked", SCOPES, DAY);
        done(gitlab.issuer("root").revoke(revoked.token().id(), revoked.secret()));
        explained(text(revoked.secret()), Reason.PASTED_NOT_LIVE);
    }

    @Test
    void somebody_elses_token_is_explained() {
        explained(made(ann, "anns", SCOPES), Reason.USER_DIFFERS);
    }

    @Test
    void missing_scopes_are_explained() {
        explained(made(root, "small", new TreeSet<>(List.of("api"))), Reason.TOKEN_SCOPES_MISSING);
    }

    @Test
    void the_token_that_is_held_and_an_older_one_are_explained() {
        Issued older = gitlab.plant(root, "older", SCOPES, LocalDate.parse("2026-08-01"));
        Issued held = gitlab.plant(root, "held", SCOPES, LocalDate.parse("2026-08-02"));
        Person person = Person.pasting(text(held.secret()), text(older.secret()), right());
        Issuer issuer = issuer(person);

        done(issuer.preflight(Optional.of(held.token())));
        Token token = done(issuer.issue(request())).token();

        assertThat(token.name()).isEqualTo("by hand");
        assertThat(person.wrong).containsExactly(Reason.PASTED_NOT_NEW, Reason.PASTED_NOT_NEW);
    }

    /** One that somebody else uses would be revoked by the next renewal. */
    @Test
    void without_the_name_that_was_shown_it_must_have_been_made_today() {
        String old = right();
        String shown = made(root, "koshin exastro/root 0123456789abcdef", SCOPES);
        clock.advance(Duration.ofHours(25));
        Person person = Person.pasting(old, shown);

        assertThat(done(issuer(person).issue(request())).secret()).isEqualTo(Secret.of(shown));
        assertThat(person.wrong).containsExactly(Reason.PASTED_NOT_NEW);
    }

    /** It exists, and must be found and revoked at the end. */
    @Test
    void a_wrong_token_of_this_renewal_is_not_forgotten() {
        String narrow = made(root, "koshin exastro/root 0123456789abcdef", new TreeSet<>(List.of("read_user")));

        assertThat(issuer(Person.pasting(narrow, "b", "c")).issue(request())).isInstanceOf(Effect.Unclear.class);
    }

    @Test
    void the_third_wrong_one_is_the_last() {
        Person person = Person.pasting("a", "b", "c", right());

        assertThat(refused(issuer(person).issue(request())))
                .isEqualTo(Problem.of(Reason.PASTED_WRONG_TOO_OFTEN, "3", "pasted-not-live"));
        assertThat(person.left).containsExactly(2, 1, 0);
    }

    @Test
    void a_person_who_pastes_nothing_is_not_waited_for_again() {
        Person person = Person.pasting("wrong");

        assertThat(refused(issuer(person).issue(request())))
                .isEqualTo(Problem.of(Reason.PROMPT_UNAVAILABLE, "nothing was pasted"));
        assertThat(person.times).containsExactly(Duration.ofHours(1), Duration.ofHours(1));
    }

    @Test
    void the_hour_is_for_all_tries_together() {
        Person person = Person.pasting().then(_ -> {
            clock.advance(Duration.ofMinutes(40));
            return "wrong";
        });

        refused(issuer(person).issue(request()));

        assertThat(person.times).containsExactly(Duration.ofHours(1), Duration.ofMinutes(20));
        assertThat(issuer(person).longest()).isEqualTo(Duration.ofMinutes(65));
    }

    @Test
    void nobody_there_is_known_before_anything_is_shown() {
        assertThat(refused(issuer(Person.pasting()).preflight(Optional.empty())))
                .isEqualTo(Problem.of(Reason.PROMPT_UNAVAILABLE, "not interactive"));
    }

    @Test
    void without_an_administrators_token_the_person_is_asked_for_the_user_of_that_name() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            Issuer issuer = Manual.issuer(Person.pasting("x"), scene.gitlab.issuer("root"), "root");

            assertThat(done(issuer.preflight(Optional.empty()))).isEqualTo(Account.named("root"));
            assertThat(refused(Manual.issuer(Person.pasting(), scene.gitlab.issuer("root"), "root")
                                    .preflight(Optional.empty()))
                            .reason())
                    .isEqualTo(Reason.PROMPT_UNAVAILABLE);
            assertThat(issuer.ways()).containsExactly("manual");
        }
    }

    @Test
    void a_gitlab_that_does_not_answer_is_no_fault_of_the_person() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            scene.simulator.control().addFault(Fault.always("GET", "", When.BEFORE, new Drop()));
            Person person = Person.pasting("glpat-0000000000000001", "glpat-0000000000000002");
            Issuer issuer = Manual.issuer(person, scene.gitlab.issuer("root"), "root");

            assertThat(refused(issuer.preflight(Optional.empty())).reason()).isEqualTo(Reason.GITLAB_UNREACHABLE);
            assertThat(issuer.issue(request()))
                    .as("what was pasted may be a token that nobody else knows")
                    .isInstanceOfSatisfying(
                            Effect.Unclear.class,
                            ending -> assertThat(ending.toString()).contains("gitlab-unreachable"));
            assertThat(person.wrong).isEmpty();
            assertThat(person.times).hasSize(1);
        }
    }

    @Test
    void a_token_of_a_real_page_is_taken() {
        try (Scene scene = new Scene(Scene.RELEASE, Scene.DEAD)) {
            Person person = Person.pasting(text(Scene.DEAD), text(Scene.LIVE));
            TokenRequest request = new TokenRequest(
                    Account.named("root"),
                    request().credential(),
                    request().marker(),
                    new TreeSet<>(List.of("api")),
                    30);

            Issued issued = done(Manual.issuer(person, scene.gitlab.issuer("root"), "root", () -> Instant.EPOCH)
                    .issue(request));

            assertThat(issued.token().id().value()).isEqualTo(2);
            assertThat(person.wrong).containsExactly(Reason.PASTED_NOT_LIVE);
        }
    }
}
