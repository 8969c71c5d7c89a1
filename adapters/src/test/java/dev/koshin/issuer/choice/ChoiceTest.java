package dev.koshin.issuer.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.model.Account;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import dev.koshin.testkit.FakeGitLab;
import dev.koshin.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ChoiceTest implements Listener {
    private static final RenewalId MARKER = new RenewalId("0123456789abcdef");

    private final FakeGitLab gitlab = new FakeGitLab(new SettableClock(Instant.parse("2026-07-01T12:00:00Z")));
    private final Account account = gitlab.user("root");
    private final Issuer real = gitlab.issuer(account.name());
    private final List<String> told = new ArrayList<>();

    @Override
    public void chosen(String way, List<Passed> passed) {
        told.add(way + " " + reasons(passed));
    }

    @Override
    public void none(List<Passed> all) {
        told.add("none " + reasons(all));
    }

    private static List<String> reasons(List<Passed> passed) {
        return passed.stream()
                .map(one -> one.way() + ":" + one.problem().reason().code())
                .toList();
    }

    private Issuer choice(Way... ways) {
        return Choice.of(List.of(ways), this);
    }

    private TokenRequest request() {
        return new TokenRequest(account, new CredentialName("exastro/root"), MARKER, new TreeSet<>(List.of("api")), 30);
    }

    private static Effect<Issued> refused(Reason reason) {
        return new Effect.Refused<>(Problem.of(reason, "a", "b"));
    }

    @Test
    void the_first_way_that_is_open_is_taken_and_told() {
        Way second = Way.open("gitlab-rails (docker exec gitlab)", real);
        Way third = Way.open("manual", real);
        Issuer choice = choice(Way.shut("gitlab-rest", real, Reason.ADMIN_TOKEN_EXPIRED), second, third);

        assertThat(choice.preflight(Optional.empty())).isEqualTo(new Effect.Done<>(account));
        assertThat(choice.issue(request())).isInstanceOf(Effect.Done.class);

        assertThat(second.issues).isEqualTo(1);
        assertThat(third.issues).isZero();
        assertThat(told).containsExactly("gitlab-rails (docker exec gitlab) [gitlab-rest:admin-token-expired]");
    }

    @Test
    void if_no_way_is_open_the_first_one_says_why() {
        Issuer choice = choice(
                Way.shut("one", real, Reason.ADMIN_TOKEN_REVOKED), Way.shut("two", real, Reason.RAILS_UNREACHABLE));

        assertThat(choice.preflight(Optional.empty()))
                .isEqualTo(new Effect.Refused<>(Problem.of(Reason.ADMIN_TOKEN_REVOKED, "one", "shut")));
        assertThat(choice.issue(request()))
                .isEqualTo(new Effect.Refused<>(Problem.of(Reason.ADMIN_TOKEN_REVOKED, "one", "shut")));
        assertThat(told).first().isEqualTo("none [one:admin-token-revoked, two:rails-unreachable]");
    }

    @Test
    void a_way_is_looked_for_where_nobody_has_looked_before() {
        assertThat(choice(Way.open("one", real)).issue(request())).isInstanceOf(Effect.Done.class);
        assertThat(told).containsExactly("one []");
    }

    @ParameterizedTest
    @EnumSource(names = {"ADMIN_TOKEN_EXPIRED", "SIGN_IN_REFUSED", "SIGN_IN_SECOND_FACTOR", "RAILS_FAILED"})
    void a_way_that_is_found_shut_in_use_is_followed_by_the_next(Reason reason) {
        Way second = Way.open("two", real);
        Issuer choice = choice(Way.failing("one", real, refused(reason)), second);
        choice.preflight(Optional.empty());

        assertThat(choice.issue(request())).isInstanceOf(Effect.Done.class);

        assertThat(second.issues).isEqualTo(1);
        assertThat(told).containsExactly("one []", "two [one:" + reason.code() + "]");
    }

    @Test
    void what_was_refused_for_its_own_sake_is_asked_for_once() {
        Way second = Way.open("two", real);
        Effect<Issued> refusal = refused(Reason.TOKEN_EXPIRY_REFUSED);

        assertThat(choice(Way.failing("one", real, refusal), second).issue(request()))
                .isEqualTo(refusal);
        assertThat(second.issues).isZero();
    }

    @Test
    void after_a_lost_answer_nobody_else_is_asked() {
        Way second = Way.open("two", real);
        Effect<Issued> unclear = new Effect.Unclear<>(Problem.of(Reason.RAILS_FAILED, "a", "b"));

        assertThat(choice(Way.failing("one", real, unclear), second).issue(request()))
                .isEqualTo(unclear);
        assertThat(second.issues).isZero();
    }

    @Test
    void if_the_last_way_is_found_shut_in_use_it_says_why() {
        Effect<Issued> refusal = refused(Reason.SIGN_IN_REFUSED);
        Issuer choice = choice(Way.shut("one", real, Reason.ADMIN_TOKEN_EXPIRED), Way.failing("two", real, refusal));

        assertThat(choice.issue(request())).isEqualTo(refusal);
        assertThat(told).last().isEqualTo("none [one:admin-token-expired, two:sign-in-refused]");
    }

    @Test
    void a_way_that_can_see_what_the_first_may_not_answers_for_it() {
        Issuer choice = choice(
                Way.shut("one", real, Reason.ADMIN_TOKEN_EXPIRED),
                Way.shut("two", real, Reason.RAILS_UNREACHABLE),
                Way.open("three", real));

        assertThat(choice.marked(account, MARKER)).isEqualTo(new Effect.Done<>(List.of()));
    }

    @Test
    void it_names_all_ways_and_takes_the_time_of_all() {
        Issuer choice = choice(Way.open("one", real), Way.open("two", real));

        assertThat(choice.ways()).containsExactly("one", "two");
        assertThat(choice.longest()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void nothing_to_choose_from_is_no_choice() {
        assertThatThrownBy(() -> Choice.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
