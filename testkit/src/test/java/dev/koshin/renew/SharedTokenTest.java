package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.CredentialName;
import dev.koshin.model.Secret;
import dev.koshin.model.TokenId;
import dev.koshin.plan.Policy;
import dev.koshin.renew.Order.Wish;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import dev.koshin.testkit.Crash;
import dev.koshin.testkit.FakePlace;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Somebody put one token into two credentials; renewing one must not take the token from the other. */
final class SharedTokenTest {
    private static final CredentialName OTHER = new CredentialName("ci/deploy");

    private final World world = new World(1, World.AT_ONCE);
    private final Secret shared = world.old.secret();
    private final TokenId old = world.old.token().id();
    private final FakePlace elsewhere = world.neighbour(OTHER, shared);

    private void theOtherGetsAnotherToken() {
        var _ = elsewhere.put(World.row(0), new Held.Value(Secret.of("glpat-another-value")));
    }

    @Test
    void a_token_that_another_credential_holds_is_not_revoked() {
        Outcome.Proven waiting = (Outcome.Proven) world.run();
        assertThat(waiting.heldBy()).containsExactly(OTHER);
        assertThat(world.gitlab.accepts(shared)).isTrue();
        assertThat(world.held().getFirst().is(shared)).isFalse();
    }

    @Test
    void no_wish_takes_it_away() {
        assertThat(world.run(Wish.RETIRE_NOW, Wish.IGNORE_USES, Wish.REPLACE, Wish.FORCE))
                .isInstanceOf(Outcome.Proven.class);
        assertThat(world.gitlab.accepts(shared)).isTrue();
    }

    @Test
    void it_is_revoked_once_the_other_credential_holds_another() {
        Outcome _ = world.run();
        theOtherGetsAnotherToken();
        assertThat(world.run())
                .isInstanceOfSatisfying(
                        Outcome.Finished.class, end -> assertThat(end.revoked()).isEqualTo(Set.of(old)));
        assertThat(world.gitlab.accepts(shared)).isFalse();
    }

    @Test
    void a_new_token_that_somebody_copied_into_another_credential_is_not_revoked_when_it_is_replaced() {
        theOtherGetsAnotherToken();
        World grace = new World(1, Policy.DEFAULT);
        Outcome.Proven first = (Outcome.Proven) grace.run();
        Secret copied = ((Held.Value) grace.held().getFirst()).secret();
        FakePlace _ = grace.neighbour(OTHER, copied);
        grace.put(0, grace.old.secret());
        assertThat(grace.run()).isInstanceOf(Outcome.Proven.class);
        assertThat(((Outcome.Proven) grace.run(Wish.RETIRE_NOW)).heldBy()).containsExactly(OTHER);
        assertThat(first.fresh().fingerprint()).isEqualTo(copied.fingerprint());
        assertThat(grace.gitlab.accepts(copied)).isTrue();
    }

    /** The process dies after the delivery and before the entry that names the token. */
    private static Target dyingAfterDelivery(Target target) {
        return new TargetAround(target) {
            @Override
            public Effect<Receipt> deliver(Held expected, Secret fresh) {
                Effect<Receipt> _ = super.deliver(expected, fresh);
                throw new Crash();
            }
        };
    }

    private Secret deliveredAndForgotten() {
        world.target = SharedTokenTest::dyingAfterDelivery;
        assertThat(world.oneProcess(Order.BY_PLAN)).isEmpty();
        world.target = UnaryOperator.identity();
        world.clock.advance(Duration.ofMinutes(11));
        return ((Held.Value) world.held().getFirst()).secret();
    }

    @Test
    void a_new_token_that_no_entry_names_and_somebody_copied_is_not_revoked() {
        Secret copied = deliveredAndForgotten();
        FakePlace _ = world.neighbour(OTHER, copied);
        theOtherGetsAnotherToken();
        assertThat(((Outcome.Proven) world.run(Wish.RETIRE_NOW)).heldBy()).containsExactly(OTHER);
        assertThat(world.gitlab.accepts(copied)).isTrue();
    }

    @Test
    void it_goes_with_the_others_once_nobody_holds_it() {
        Secret copied = deliveredAndForgotten();
        theOtherGetsAnotherToken();
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.gitlab.accepts(copied)).isFalse();
    }
}
