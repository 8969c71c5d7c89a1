package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.plan.Policy;
import dev.koshin.renew.Order.Wish;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The end: what is revoked, what is not, and what happens when that stops half-way. */
final class RevokingTest {
    private static final Problem TIMEOUT = Problem.of(Reason.GITLAB_TIMEOUT, "revoke");
    private static final TokenId OLD = new TokenId(1);
    /** One for the proof, one before the decision to revoke. */
    private static final int READS_UNTIL_THE_DECISION = 2;

    private final World world = new World(1, World.AT_ONCE);

    /** Revoking this token takes effect or not, and the answer is lost. */
    private void unclear(TokenId lost, boolean takesEffect) {
        world.issuer = issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<TokenId> revoke(TokenId id, Secret own) {
                if (!id.equals(lost)) {
                    return super.revoke(id, own);
                }
                return takesEffect
                        ? super.revoke(id, own).flatMap(_ -> new Effect.Unclear<>(TIMEOUT))
                        : new Effect.Unclear<>(TIMEOUT);
            }
        };
    }

    private boolean lives(TokenId id) {
        return world.gitlab.live(world.account).stream()
                .anyMatch(token -> token.id().equals(id));
    }

    private void loseOneAnswer() {
        AtomicInteger calls = new AtomicInteger();
        UnaryOperator<Issuer> before = world.issuer;
        world.issuer = issuer -> new IssuerAround(before.apply(issuer)) {
            @Override
            public Effect<Issued> issue(TokenRequest request) {
                Effect<Issued> answer = super.issue(request);
                return calls.getAndIncrement() == 0 ? new Effect.Unclear<>(TIMEOUT) : answer;
            }
        };
    }

    @Test
    void a_lost_answer_of_a_revocation_is_asked_for_again_by_the_next_run() {
        unclear(OLD, true);
        assertThat(world.run()).isEqualTo(new Outcome.Failed(TIMEOUT));
        assertThat(world.entries()).doesNotHaveAnyElementsOfTypes(Entry.Revoked.class);
        world.issuer = UnaryOperator.identity();
        assertThat(world.run())
                .isInstanceOfSatisfying(
                        Outcome.Finished.class, end -> assertThat(end.revoked()).containsExactly(OLD));
        assertThat(world.journal.unfinished()).isEmpty();
    }

    @Test
    void what_was_revoked_is_not_revoked_again() {
        unclear(new TokenId(2), false);
        loseOneAnswer();
        assertThat(world.run()).isEqualTo(new Outcome.Failed(TIMEOUT));
        assertThat(lives(OLD)).isFalse();
        assertThat(lives(new TokenId(2))).isTrue();
        Set<TokenId> asked = new TreeSet<>();
        world.issuer = issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<TokenId> revoke(TokenId id, Secret own) {
                asked.add(id);
                return super.revoke(id, own);
            }
        };
        assertThat(world.run())
                .isInstanceOfSatisfying(
                        Outcome.Finished.class,
                        end -> assertThat(end.revoked()).containsExactlyInAnyOrder(OLD, new TokenId(2)));
        assertThat(asked).containsExactly(new TokenId(2));
    }

    @Test
    void a_refused_revocation_can_be_parked_and_resumed() {
        Problem problem = Problem.of(Reason.USER_DIFFERS, "1");
        world.issuer = issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<TokenId> revoke(TokenId id, Secret own) {
                return new Effect.Refused<>(problem);
            }
        };
        assertThat(world.run()).isEqualTo(new Outcome.Parked(problem));
        assertThat(lives(OLD)).isTrue();
        world.issuer = UnaryOperator.identity();
        assertThat(world.run(Wish.RESUME)).isInstanceOf(Outcome.Finished.class);
        assertThat(lives(OLD)).isFalse();
    }

    @Test
    void a_revocation_that_had_begun_is_checked_again_and_given_up_when_the_old_value_came_back() {
        unclear(OLD, false);
        assertThat(world.run()).isInstanceOf(Outcome.Failed.class);
        world.put(0, world.old.secret());
        Outcome.Finished end = (Outcome.Finished) afterHours();
        assertThat(world.brokenMoments).isEmpty();
        assertThat(world.held())
                .allMatch(held ->
                        held.fingerprint().equals(Optional.of(end.fresh().fingerprint())));
        assertThat(end.revoked()).containsExactlyInAnyOrder(OLD, new TokenId(2));
        assertThat(world.gitlab.live(world.account)).hasSize(1);
    }

    @Test
    void the_old_value_put_back_after_the_decision_keeps_its_token_alive() {
        AtomicInteger reads = new AtomicInteger();
        world.target = target -> new TargetAround(target) {
            @Override
            public Effect<Held> read() {
                Effect<Held> answer = super.read();
                if (reads.incrementAndGet() == READS_UNTIL_THE_DECISION) {
                    world.put(0, world.old.secret());
                }
                return answer;
            }
        };
        world.issuer = issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<TokenId> revoke(TokenId id, Secret own) {
                assertThat(world.held()).noneMatch(held -> held.is(world.old.secret()));
                return super.revoke(id, own);
            }
        };
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.entries()).hasAtLeastOneElementOfType(Entry.Reopened.class);
        assertThat(world.brokenMoments).isEmpty();
    }

    @Test
    void a_revocation_that_had_begun_is_given_up_when_the_new_token_died() {
        unclear(OLD, false);
        assertThat(world.run()).isInstanceOf(Outcome.Failed.class);
        world.gitlab.revoke(new TokenId(2));
        Outcome.Finished end = (Outcome.Finished) afterHours();
        assertThat(end.fresh().id()).isEqualTo(new TokenId(3));
        assertThat(world.gitlab.live(world.account)).hasSize(1);
    }

    @Test
    void a_target_that_cannot_be_read_holds_the_old_token_back() {
        unclear(OLD, false);
        assertThat(world.run()).isInstanceOf(Outcome.Failed.class);
        Problem problem = Problem.of(Reason.TARGET_UNREACHABLE, "row-0");
        world.issuer = UnaryOperator.identity();
        world.target = target -> new TargetAround(target) {
            @Override
            public Effect<Held> read() {
                return new Effect.Unclear<>(problem);
            }
        };
        assertThat(world.run()).isEqualTo(new Outcome.Failed(problem));
        assertThat(lives(OLD)).isTrue();
    }

    private Outcome afterHours() {
        world.issuer = UnaryOperator.identity();
        world.clock.advance(Duration.ofHours(3));
        return world.with(List.of()).run();
    }

    @Test
    void gitlab_is_asked_for_leftovers_only_if_an_answer_was_lost() {
        AtomicInteger asked = new AtomicInteger();
        world.issuer = issuer -> marked(issuer, asked);
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(asked).hasValue(0);
    }

    private static Issuer marked(Issuer issuer, AtomicInteger asked) {
        return new IssuerAround(issuer) {
            @Override
            public Effect<List<Token>> marked(Account account, RenewalId marker) {
                asked.incrementAndGet();
                return super.marked(account, marker);
            }
        };
    }

    @Test
    void leftovers_that_cannot_be_listed_hold_every_revocation_back() {
        AtomicInteger asked = new AtomicInteger();
        world.issuer = issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<List<Token>> marked(Account account, RenewalId marker) {
                return asked.getAndIncrement() == 0 ? super.marked(account, marker) : new Effect.Unclear<>(TIMEOUT);
            }
        };
        loseOneAnswer();
        assertThat(world.run()).isEqualTo(new Outcome.Failed(TIMEOUT));
        assertThat(lives(OLD)).isTrue();
        assertThat(world.entries()).doesNotHaveAnyElementsOfTypes(Entry.Revoking.class);
    }

    @Test
    void a_token_that_was_seen_alive_a_moment_ago_is_not_asked_about_again() {
        World graceful = new World(1, Policy.DEFAULT);
        AtomicInteger asked = new AtomicInteger();
        assertThat(graceful.run()).isInstanceOf(Outcome.Proven.class);
        var seen = graceful.look();
        graceful.issuer = issuer -> inspecting(issuer, asked);
        graceful.clock.advance(Duration.ofSeconds(299));
        assertThat(graceful.run(seen)).isInstanceOf(Outcome.Proven.class);
        assertThat(asked).hasValue(0);
        graceful.clock.advance(Duration.ofSeconds(1));
        assertThat(graceful.run(seen)).isInstanceOf(Outcome.Proven.class);
        assertThat(asked).hasValue(1);
    }

    private static Issuer inspecting(Issuer issuer, AtomicInteger asked) {
        return new IssuerAround(issuer) {
            @Override
            public Effect<Inspection> inspect(Secret value) {
                asked.incrementAndGet();
                return super.inspect(value);
            }
        };
    }

    @Test
    void a_stray_of_the_same_user_is_never_revoked() {
        Issued stray = world.gitlab.plant(world.account, "stray", new TreeSet<>(), LocalDate.of(2027, 1, 1));
        loseOneAnswer();
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(lives(stray.token().id())).isTrue();
        assertThat(world.gitlab.live(world.account)).hasSize(2);
    }
}
