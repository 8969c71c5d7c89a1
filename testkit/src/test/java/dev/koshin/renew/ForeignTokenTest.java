package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Policy;
import dev.koshin.renew.Order.Wish;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.TokenRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Values that no renewal accounts for are overwritten only when a person says so, and never revoked. */
final class ForeignTokenTest {
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 6, 1);
    private static final Secret NOT_GITLABS = Secret.of("set-by-hand-and-wrong");

    private final World world = new World(2, World.AT_ONCE);
    private final Account stranger = world.gitlab.user("somebody-else");

    private Issued foreign(Account account) {
        return world.gitlab.plant(account, "by hand", new TreeSet<>(List.of("api", "sudo")), NEXT_YEAR);
    }

    private static Reason reason(Outcome outcome) {
        return ((Outcome.Parked) outcome).problem().reason();
    }

    private boolean lives(Issued token) {
        return world.gitlab.accepts(token.secret());
    }

    private void assertThatOneLiveTokenIsEverywhere() {
        assertThat(world.held())
                .allMatch(held -> held instanceof Held.Value(Secret secret) && world.gitlab.accepts(secret));
        assertThat(world.held()).containsOnly(world.held().getFirst());
    }

    /** A worker loses its token's value, so that a renewal is open. */
    private void openARenewal() {
        world.issuer = issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<Issued> issue(TokenRequest request) {
                return new Effect.Refused<>(Problem.of(Reason.GITLAB_FAILED));
            }
        };
        assertThat(world.run()).isInstanceOf(Outcome.Failed.class);
        world.issuer = java.util.function.UnaryOperator.identity();
    }

    @Test
    void another_users_token_is_parked_and_untouched() {
        Issued foreign = foreign(stranger);
        world.put(0, foreign.secret());
        world.put(1, foreign.secret());
        assertThat(reason(world.run(Wish.FORCE))).isEqualTo(Reason.USER_DIFFERS);
        assertThat(world.held()).containsOnly(new Held.Value(foreign.secret()));
        assertThat(world.gitlab.live(world.account)).containsExactly(world.old.token());
        assertThat(reason(world.run())).isEqualTo(Reason.USER_DIFFERS);
        assertThat(reason(world.run(Wish.RESUME))).isEqualTo(Reason.USER_DIFFERS);
        assertThat(lives(foreign)).isTrue();
    }

    @Test
    void another_users_token_is_replaced_when_a_person_says_so_and_lives_on() {
        Issued foreign = foreign(stranger);
        world.put(0, foreign.secret());
        world.put(1, foreign.secret());
        assertThat(world.run(Wish.FORCE, Wish.REPLACE)).isInstanceOf(Outcome.Finished.class);
        assertThatOneLiveTokenIsEverywhere();
        assertThat(lives(foreign)).isTrue();
    }

    @Test
    void another_users_token_lives_on_when_a_parked_renewal_replaces_it() {
        Issued foreign = foreign(stranger);
        world.put(0, foreign.secret());
        world.put(1, foreign.secret());
        assertThat(world.run(Wish.FORCE)).isInstanceOf(Outcome.Parked.class);
        assertThat(world.run(Wish.RESUME, Wish.REPLACE)).isInstanceOf(Outcome.Finished.class);
        assertThatOneLiveTokenIsEverywhere();
        assertThat(lives(foreign)).isTrue();
    }

    @Test
    void the_scopes_of_another_users_token_are_not_taken_over() {
        Issued foreign = foreign(stranger);
        world.put(0, foreign.secret());
        world.put(1, foreign.secret());
        assertThat(world.run(Wish.FORCE, Wish.REPLACE)).isInstanceOf(Outcome.Finished.class);
        assertThat(world.look().live())
                .singleElement()
                .satisfies(token -> assertThat(token.scopes()).containsExactly("api"));
    }

    @Test
    void a_token_made_by_hand_while_a_renewal_was_open_is_parked_and_then_replaced_and_lives_on() {
        openARenewal();
        Issued foreign = foreign(world.account);
        world.put(1, foreign.secret());
        assertThat(world.run())
                .isEqualTo(new Outcome.Parked(Problem.of(
                        Reason.TARGET_HOLDS_FOREIGN,
                        "row-1",
                        foreign.token().id().toString(),
                        "by hand")));
        assertThat(world.held()).containsExactly(new Held.Value(world.old.secret()), new Held.Value(foreign.secret()));
        assertThat(world.run(Wish.RESUME, Wish.REPLACE)).isInstanceOf(Outcome.Finished.class);
        assertThatOneLiveTokenIsEverywhere();
        assertThat(lives(foreign)).isTrue();
        assertThat(lives(world.old)).isFalse();
    }

    @Test
    void resuming_without_replacing_parks_again() {
        openARenewal();
        world.put(1, foreign(world.account).secret());
        assertThat(reason(world.run())).isEqualTo(Reason.TARGET_HOLDS_FOREIGN);
        assertThat(reason(world.run(Wish.RESUME))).isEqualTo(Reason.TARGET_HOLDS_FOREIGN);
        assertThat(lives(world.old)).isTrue();
    }

    @Test
    void replacing_without_resuming_leaves_a_parked_renewal_alone() {
        openARenewal();
        world.put(1, foreign(world.account).secret());
        assertThat(world.run()).isInstanceOf(Outcome.Parked.class);
        List<Entry> before = world.entries();
        assertThat(reason(world.run(Wish.REPLACE))).isEqualTo(Reason.TARGET_HOLDS_FOREIGN);
        assertThat(world.entries()).isEqualTo(before);
    }

    @Test
    void a_foreign_token_put_in_during_the_grace_period_is_parked() {
        World graceful = new World(2, Policy.DEFAULT);
        assertThat(graceful.run()).isInstanceOf(Outcome.Proven.class);
        Issued foreign = graceful.gitlab.plant(graceful.account, "by hand", new TreeSet<>(), NEXT_YEAR);
        graceful.put(0, foreign.secret());
        assertThat(reason(graceful.run(Wish.RETIRE_NOW))).isEqualTo(Reason.TARGET_HOLDS_FOREIGN);
        assertThat(graceful.held().getFirst()).isEqualTo(new Held.Value(foreign.secret()));
        assertThat(graceful.run(Wish.RESUME, Wish.REPLACE, Wish.RETIRE_NOW)).isInstanceOf(Outcome.Finished.class);
        assertThat(graceful.gitlab.accepts(foreign.secret())).isTrue();
    }

    @Test
    void the_permission_to_replace_ends_with_the_proof() {
        World graceful = new World(2, Policy.DEFAULT);
        assertThat(graceful.run()).isInstanceOf(Outcome.Proven.class);
        graceful.put(0, NOT_GITLABS);
        assertThat(reason(graceful.run())).isEqualTo(Reason.TARGET_HOLDS_UNKNOWN);
        assertThat(graceful.run(Wish.RESUME, Wish.REPLACE)).isInstanceOf(Outcome.Proven.class);
        Issued foreign = graceful.gitlab.plant(graceful.account, "by hand", new TreeSet<>(), NEXT_YEAR);
        graceful.put(0, foreign.secret());
        assertThat(reason(graceful.run())).isEqualTo(Reason.TARGET_HOLDS_FOREIGN);
    }

    @Test
    void a_value_that_gitlab_does_not_know_is_parked_without_a_renewal_until_it_may_be_replaced() {
        world.put(1, NOT_GITLABS);
        assertThat(world.run()).isEqualTo(new Outcome.Parked(Problem.of(Reason.TARGET_HOLDS_UNKNOWN, "row-1")));
        assertThat(world.entries()).isEmpty();
        assertThat(world.held()).contains(new Held.Value(NOT_GITLABS));
        assertThat(world.run(Wish.REPLACE)).isInstanceOf(Outcome.Finished.class);
        assertThatOneLiveTokenIsEverywhere();
        assertThat(world.gitlab.live(world.account)).hasSize(1);
    }

    @Test
    void targets_that_differ_are_parked_until_they_may_be_replaced() {
        Issued other = world.gitlab.plant(world.account, "older", new TreeSet<>(List.of("read_api")), NEXT_YEAR);
        world.put(1, other.secret());
        assertThat(reason(world.run())).isEqualTo(Reason.TARGETS_DIFFER);
        assertThat(world.entries()).isEmpty();
        assertThat(world.run(Wish.REPLACE)).isInstanceOf(Outcome.Finished.class);
        assertThatOneLiveTokenIsEverywhere();
        assertThat(world.look().live().getFirst().scopes()).containsExactly("api", "read_api");
    }

    @Test
    void a_stray_is_reported_and_lives_on() {
        Issued stray = foreign(world.account);
        assertThat(world.look().strays()).containsExactly(stray.token());
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(lives(stray)).isTrue();
        assertThat(world.look().strays())
                .extracting(Token::id)
                .containsExactly(stray.token().id());
    }

    /** The inventory could not ask GitLab, and the operator resumes nevertheless. */
    @Test
    void another_users_token_stays_when_it_could_not_be_recognised_before() {
        Issued foreign = foreign(stranger);
        world.put(0, foreign.secret());
        world.put(1, foreign.secret());
        assertThat(world.run(Wish.FORCE)).isInstanceOf(Outcome.Parked.class);
        assertThat(reason(world.run(blind(), Wish.RESUME))).isEqualTo(Reason.USER_DIFFERS);
        assertThat(world.held()).containsOnly(new Held.Value(foreign.secret()));
    }

    private Observation blind() {
        world.issuer = issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<Inspection> inspect(Secret value) {
                return new Effect.Unclear<>(Problem.of(Reason.GITLAB_TIMEOUT));
            }
        };
        Observation blind = world.look();
        world.issuer = java.util.function.UnaryOperator.identity();
        return blind;
    }

    @Test
    void the_tokens_to_be_revoked_never_include_a_strangers() {
        Issued foreign = foreign(stranger);
        world.put(0, foreign.secret());
        assertThat(world.run(Wish.REPLACE)).isInstanceOf(Outcome.Finished.class);
        assertThat(world.entries())
                .filteredOn(Entry.Revoking.class::isInstance)
                .singleElement()
                .satisfies(entry -> assertThat(((Entry.Revoking) entry).tokens())
                        .containsExactly(world.old.token().id()));
        assertThat(Optional.of(foreign.token().id())).isNotEqualTo(Optional.of(new TokenId(1)));
    }
}
