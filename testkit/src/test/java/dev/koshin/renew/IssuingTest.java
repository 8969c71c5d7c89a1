package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.plan.Policy;
import dev.koshin.renew.Order.Wish;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Asking for a token: once for each answer that was lost, and not for ever. */
final class IssuingTest {
    private static final Problem TIMEOUT = Problem.of(Reason.GITLAB_TIMEOUT, "issue");

    private final World world = new World(1, World.AT_ONCE);
    private final List<TokenRequest> requests = new ArrayList<>();

    /** Every answer to issuing is lost. */
    private Issuer losing(Issuer issuer) {
        return new IssuerAround(issuer) {
            @Override
            public Effect<Issued> issue(TokenRequest request) {
                requests.add(request);
                return super.issue(request).flatMap(_ -> new Effect.Unclear<>(TIMEOUT));
            }
        };
    }

    private Issuer noting(Issuer issuer) {
        return new IssuerAround(issuer) {
            @Override
            public Effect<Issued> issue(TokenRequest request) {
                requests.add(request);
                return super.issue(request);
            }
        };
    }

    private void assertThatNothingReachedTheTarget() {
        assertThat(world.held()).containsOnly(new Held.Value(world.old.secret()));
        assertThat(world.gitlab.accepts(world.old.secret())).isTrue();
    }

    @Test
    void a_lost_answer_costs_one_token_which_is_revoked_at_the_end() {
        AtomicInteger calls = new AtomicInteger();
        world.issuer = issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<Issued> issue(TokenRequest request) {
                Effect<Issued> answer = super.issue(request);
                return calls.getAndIncrement() == 0 ? new Effect.Unclear<>(TIMEOUT) : answer;
            }
        };
        Outcome.Finished end = (Outcome.Finished) world.run();
        assertThat(end.fresh().id()).isEqualTo(new TokenId(3));
        assertThat(end.revoked()).containsExactlyInAnyOrder(new TokenId(1), new TokenId(2));
        assertThat(calls).hasValue(2);
    }

    @Test
    void a_lost_answer_is_not_followed_by_another_request_while_gitlab_is_silent() {
        world.issuer = issuer -> new IssuerAround(losing(issuer)) {
            @Override
            public Effect<List<Token>> marked(Account account, RenewalId marker) {
                return new Effect.Refused<>(Problem.of(Reason.GITLAB_UNREACHABLE));
            }
        };
        assertThat(world.run()).isEqualTo(new Outcome.Failed(TIMEOUT));
        assertThat(requests).hasSize(1);
        world.issuer = UnaryOperator.identity();
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.gitlab.live(world.account)).hasSize(1);
    }

    private Outcome parkedAfterAll() {
        for (int run = 1; run <= 6; run++) {
            assertThat(world.run()).isEqualTo(new Outcome.Failed(TIMEOUT));
            assertThat(requests).hasSize(3 * run);
        }
        return world.run();
    }

    @Test
    void twenty_lost_answers_are_enough_and_no_more_than_three_in_one_run() {
        world.issuer = this::losing;
        assertThat(parkedAfterAll()).isEqualTo(new Outcome.Parked(Problem.of(Reason.TOKEN_LOST_TOO_OFTEN, "20")));
        assertThat(requests).hasSize(20);
        assertThatNothingReachedTheTarget();
    }

    @Test
    void after_twenty_lost_answers_a_person_may_let_it_go_on_and_every_token_is_swept() {
        world.issuer = this::losing;
        assertThat(parkedAfterAll()).isInstanceOf(Outcome.Parked.class);
        assertThat(world.run(Wish.RESUME)).isEqualTo(new Outcome.Failed(TIMEOUT));
        assertThat(requests).hasSize(23);
        world.issuer = UnaryOperator.identity();
        assertThat(world.run(Wish.RESUME)).isInstanceOf(Outcome.Finished.class);
        assertThat(world.gitlab.live(world.account)).hasSize(1);
    }

    @Test
    void a_refused_request_is_tried_again_by_the_next_run() {
        Problem refused = Problem.of(Reason.TOKEN_EXPIRY_REFUSED, "2027-11-24");
        world.issuer = issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<Issued> issue(TokenRequest request) {
                return new Effect.Refused<>(refused);
            }
        };
        assertThat(world.run()).isEqualTo(new Outcome.Failed(refused));
        assertThat(world.entries())
                .hasExactlyElementsOfTypes(
                        Entry.Started.class, Entry.Issuing.class, Entry.NotIssued.class, Entry.Interrupted.class);
        for (int run = 0; run < 30; run++) {
            assertThat(world.run()).isEqualTo(new Outcome.Failed(refused));
        }
        world.issuer = UnaryOperator.identity();
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void asks_for_the_lifetime_of_the_policy_and_all_scopes() {
        Issued wide = world.gitlab.plant(
                world.account, "wide", new TreeSet<>(List.of("read_user", "sudo")), LocalDate.of(2026, 12, 1));
        world.put(0, wide.secret());
        world.issuer = this::noting;
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        TokenRequest request = requests.getFirst();
        assertThat(request.scopes()).containsExactly("api", "read_user", "sudo");
        assertThat(request.lifetimeDays()).isEqualTo(365);
        assertThat(request.account()).isEqualTo(world.account);
        assertThat(request.credential()).isEqualTo(World.NAME);
        assertThat(request.marker()).isEqualTo(world.entries().getFirst().renewal());
    }

    @Test
    void spread_shortens_the_lifetime_by_a_random_number_of_days() {
        Set<Integer> lifetimes = new TreeSet<>();
        World spread = new World(1, new Policy(365, Duration.ofDays(60), Duration.ZERO, 3));
        spread.issuer = this::noting;
        for (int i = 0; i < 40; i++) {
            assertThat(spread.run(Wish.FORCE)).isInstanceOf(Outcome.Finished.class);
            lifetimes.add(requests.getLast().lifetimeDays());
        }
        assertThat(lifetimes).containsExactly(362, 363, 364, 365);
    }
}
