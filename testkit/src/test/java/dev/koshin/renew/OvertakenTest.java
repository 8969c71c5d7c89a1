package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.Target;
import dev.koshin.spi.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A worker stands still for longer than its lease while another one works, and then goes on. */
final class OvertakenTest {
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofMinutes(11);

    private final World world = new World(2, World.AT_ONCE);
    private final AtomicBoolean overtaken = new AtomicBoolean();

    /** Once, another worker does the whole renewal. */
    private void overtake() {
        if (overtaken.compareAndSet(false, true)) {
            var issuer = world.issuer;
            var target = world.target;
            world.issuer = UnaryOperator.identity();
            world.target = UnaryOperator.identity();
            world.clock.advance(LONGER_THAN_A_LEASE);
            assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
            world.issuer = issuer;
            world.target = target;
        }
    }

    private List<TokenId> live() {
        return world.gitlab.live(world.account).stream().map(Token::id).toList();
    }

    private void assertThatTheOthersTokenIsAllThereIs(Outcome outcome) {
        assertThat(outcome).isEqualTo(new Outcome.Busy(""));
        assertThat(live()).hasSize(1);
        world.issuer = UnaryOperator.identity();
        assertThat(world.look().live()).extracting(Token::id).isEqualTo(live());
        assertThat(world.journal.unfinished()).isEmpty();
    }

    private Issuer overtakenAfterIssuing(Issuer issuer) {
        return new IssuerAround(issuer) {
            @Override
            public Effect<Issued> issue(TokenRequest request) {
                overtake();
                return super.issue(request);
            }
        };
    }

    @Test
    void a_token_that_arrives_after_the_others_sweep_is_taken_back() {
        world.issuer = this::overtakenAfterIssuing;
        assertThatTheOthersTokenIsAllThereIs(world.run());
        assertThat(world.gitlab.everyValue()).hasSize(3);
    }

    @Test
    void a_token_is_taken_back_when_it_is_not_even_probed() {
        world.issuer = issuer -> new IssuerAround(overtakenAfterIssuing(issuer)) {
            @Override
            public Effect<Inspection> inspect(Secret value) {
                return overtaken.get() ? new Effect.Refused<>(Problem.of(Reason.GITLAB_FAILED)) : super.inspect(value);
            }
        };
        assertThatTheOthersTokenIsAllThereIs(world.run());
    }

    @Test
    void a_token_whose_delivery_comes_too_late_is_taken_back() {
        world.target = target -> new TargetAround(target) {
            @Override
            public Effect<Receipt> deliver(Held expected, Secret fresh) {
                overtake();
                return super.deliver(expected, fresh);
            }
        };
        assertThatTheOthersTokenIsAllThereIs(world.run());
    }

    @Test
    void a_token_whose_delivery_may_still_arrive_is_left_alone() {
        world.issuer = this::overtakenAfterIssuing;
        world.target = target -> new TargetAround(target) {
            @Override
            public Effect<Receipt> deliver(Held expected, Secret fresh) {
                return overtaken.get()
                        ? new Effect.Unclear<>(Problem.of(Reason.TARGET_UNREACHABLE))
                        : super.deliver(expected, fresh);
            }
        };
        assertThat(world.run()).isEqualTo(new Outcome.Busy(""));
        assertThat(live()).hasSize(2);
        world.target = UnaryOperator.identity();
        assertThat(world.look().strays()).hasSize(1);
    }

    /** The other one took over, and had not delivered yet when this one did. */
    @Test
    void a_token_that_is_in_a_target_is_left_to_the_one_who_took_over() {
        world.target = target -> new TargetAround(target) {
            @Override
            public Effect<Receipt> deliver(Held expected, Secret fresh) {
                Effect<Target.Receipt> answer = super.deliver(expected, fresh);
                if (overtaken.compareAndSet(false, true)) {
                    world.clock.advance(LONGER_THAN_A_LEASE);
                    var _ = world.journal.acquire(World.NAME, Duration.ofMinutes(10));
                }
                return answer;
            }
        };
        assertThat(world.run()).isEqualTo(new Outcome.Busy(""));
        assertThat(live()).containsExactly(new TokenId(1), new TokenId(2));
        assertThat(world.held().getFirst().fingerprint())
                .contains(world.gitlab.everyValue().get(1).fingerprint());
        world.clock.advance(LONGER_THAN_A_LEASE);
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(live()).containsExactly(new TokenId(3));
    }

    @Test
    void a_worker_that_was_overtaken_before_it_revoked_revokes_nothing() {
        world.consumer = consumers -> ConsumersAround.applying(consumers, fresh -> {
            overtake();
            return consumers.apply(fresh);
        });
        assertThat(world.run()).isEqualTo(new Outcome.Busy(""));
        assertThat(live()).hasSize(1);
        assertThat(world.held())
                .allMatch(held -> held instanceof Held.Value(Secret secret) && world.gitlab.accepts(secret));
    }
}
