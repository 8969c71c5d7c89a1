package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.model.Account;
import dev.koshin.model.OldToken;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Seen;
import dev.koshin.plan.Verdict;
import dev.koshin.renew.Order.Wish;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a worker looks at before it asks for a token. */
final class BeginningTest {
    private static final Instant AFTER_THE_OLD_TOKENS_END = Instant.parse("2026-12-01T00:00:00Z");

    private final World world = new World(2, World.AT_ONCE);

    private static UnaryOperator<Issuer> preflightRefusing(Problem problem) {
        return issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<Account> preflight(Optional<Token> old) {
                return new Effect.Refused<>(problem);
            }
        };
    }

    private static Verdict.Why notNeeded(Outcome outcome) {
        return ((Outcome.NotNeeded) outcome).verdict().why();
    }

    @Test
    void an_expired_token_is_renewed() {
        world.clock.set(AFTER_THE_OLD_TOKENS_END);
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.gitlab.live(world.account)).hasSize(1);
        assertThat(world.entries().getFirst())
                .isInstanceOfSatisfying(
                        Entry.Started.class,
                        started -> assertThat(started.why()).isEqualTo("expired"));
    }

    @Test
    void a_revoked_token_is_renewed_and_is_known_by_its_fingerprint_only() {
        world.gitlab.revoke(world.old.token().id());
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.entries().getFirst()).isInstanceOfSatisfying(Entry.Started.class, started -> {
            assertThat(started.why()).isEqualTo("revoked");
            assertThat(started.old())
                    .containsExactly(
                            new OldToken(Optional.empty(), world.old.secret().fingerprint()));
        });
    }

    @Test
    void an_empty_target_among_full_ones_is_filled() {
        Target _ = world.place.put(World.row(0), new Held.Nothing());
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.held()).containsOnly(world.held().getFirst()).doesNotContain(new Held.Nothing());
    }

    @Test
    void a_credential_without_any_token_is_left_alone() {
        Target _ = world.place.put(World.row(0), new Held.Nothing());
        Target _ = world.place.put(World.row(1), new Held.Nothing());
        assertThat(notNeeded(world.run())).isEqualTo(Verdict.Why.NO_TOKEN);
        assertThat(world.entries()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"USER_MISSING", "USER_BLOCKED"})
    void without_a_user_nothing_is_written_and_nothing_issued(Reason reason) {
        Problem problem = Problem.of(reason, "ITA_ORG_A");
        world.issuer = preflightRefusing(problem);
        assertThat(world.run()).isEqualTo(new Outcome.Parked(problem));
        assertThat(world.entries()).isEmpty();
        assertThat(world.gitlab.everyValue()).hasSize(1);
        world.issuer = UnaryOperator.identity();
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void a_preflight_that_needs_a_person_opens_no_renewal() {
        Problem problem = Problem.of(Reason.USER_DIFFERS, "1", "2");
        world.issuer = preflightRefusing(problem);
        assertThat(world.run()).isEqualTo(new Outcome.Parked(problem));
        assertThat(world.entries()).isEmpty();
        assertThat(world.gitlab.everyValue()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"TARGET_UNREACHABLE", "TARGET_NOT_WRITABLE"})
    void a_target_that_cannot_be_written_fails_the_run_before_anything_is_written(Reason reason) {
        Problem problem = Problem.of(reason, "row-0");
        world.target = target -> preflight(target, problem);
        assertThat(world.run()).isEqualTo(new Outcome.Failed(problem));
        assertThat(world.entries()).isEmpty();
    }

    @Test
    void a_target_that_is_too_narrow_needs_a_person_and_no_renewal_is_opened() {
        Problem problem = Problem.of(Reason.TARGET_TOO_NARROW, "row-0");
        world.target = target -> preflight(target, problem);
        assertThat(world.run()).isEqualTo(new Outcome.Parked(problem));
        assertThat(world.entries()).isEmpty();
        world.target = UnaryOperator.identity();
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
    }

    private static Target preflight(Target target, Problem problem) {
        return new TargetAround(target) {
            @Override
            public Effect<Held> preflight(int room) {
                return room == 80 ? new Effect.Refused<>(problem) : super.preflight(room);
            }
        };
    }

    @Test
    void the_lease_is_given_back_in_every_case() {
        world.issuer = preflightRefusing(Problem.of(Reason.GITLAB_FAILED));
        assertThat(world.run()).isInstanceOf(Outcome.Failed.class);
        assertThat(world.run()).isInstanceOf(Outcome.Failed.class);
        world.issuer = UnaryOperator.identity();
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.run()).isInstanceOf(Outcome.NotNeeded.class);
        assertThat(world.run()).isInstanceOf(Outcome.NotNeeded.class);
    }

    @Test
    void a_target_that_could_not_be_read_before_is_looked_at_again() {
        Observation seen = world.look();
        Observation blind = unreadable(seen);
        assertThat(world.run(blind)).isInstanceOf(Outcome.Finished.class);
    }

    private Observation unreadable(Observation seen) {
        Seen.Finding finding = new Seen.Unreadable(Problem.of(Reason.TARGET_UNREACHABLE));
        return seen.with(
                seen.seen().stream().map(one -> new Seen(one.target(), finding)).toList(), world.clock.instant());
    }

    @Test
    void a_wrong_user_behind_the_new_token_is_parked() {
        world.issuer = issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<Account> exercise(Secret value) {
                return new Effect.Done<>(Account.of(new UserId(99), "ITA_ORG_A"));
            }
        };
        assertThat(world.run())
                .isEqualTo(new Outcome.Parked(Problem.of(Reason.USER_DIFFERS, "ITA_ORG_A", "ITA_ORG_A")));
        assertThat(world.held()).containsOnly(new Held.Value(world.old.secret()));
        assertThat(world.gitlab.accepts(world.old.secret())).isTrue();
        world.issuer = UnaryOperator.identity();
        world.clock.advance(Duration.ofMinutes(1));
        assertThat(world.run(Wish.RESUME)).isInstanceOf(Outcome.Finished.class);
        assertThat(world.gitlab.live(world.account)).hasSize(1);
        assertThat(world.gitlab.live(world.account).getFirst().id()).isEqualTo(new TokenId(3));
    }

    @Test
    void a_renewal_that_goes_on_keeps_the_scopes_of_an_old_token_that_could_not_be_recognised_before() {
        Issued wide = world.gitlab.plant(
                world.account, "wide", new TreeSet<>(List.of("api", "sudo")), LocalDate.of(2026, 12, 1));
        world.put(0, wide.secret());
        world.put(1, wide.secret());
        world.consumer = consumers ->
                ConsumersAround.applying(consumers, _ -> new Effect.Refused<>(Problem.of(Reason.APPLY_FAILED)));
        assertThat(world.run()).isInstanceOf(Outcome.Failed.class);
        world.consumer = UnaryOperator.identity();
        Observation seen = world.look();
        assertThat(world.run(unreadable(seen))).isInstanceOf(Outcome.Finished.class);
        assertThat(world.look().live().getFirst().scopes()).containsExactly("api", "sudo");
    }
}
