package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.UserId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An issuer without an administrator's token knows the user by name only. */
final class UnknownUserTest {
    private final World world = new World(1, World.AT_ONCE);
    private final List<Secret> exercised = new ArrayList<>();

    UnknownUserTest() {
        world.issuer = Nameless::new;
    }

    private class Nameless extends IssuerAround {
        Nameless(Issuer issuer) {
            super(issuer);
        }

        @Override
        public Effect<Account> preflight(Optional<Token> old) {
            return super.preflight(old).map(account -> Account.named(account.name()));
        }

        @Override
        public Effect<Account> exercise(Secret value) {
            exercised.add(value);
            return super.exercise(value);
        }
    }

    @Test
    void a_live_value_tells_whose_it_is_and_is_revoked_at_the_end() {
        assertThat(world.run())
                .isInstanceOfSatisfying(
                        Outcome.Finished.class,
                        end -> assertThat(end.revoked())
                                .isEqualTo(Set.of(world.old.token().id())));
        assertThat(exercised).hasSize(2).first().isEqualTo(world.old.secret());
    }

    @Test
    void a_dead_value_tells_nothing_and_need_not() {
        world.gitlab.revoke(world.old.token().id());
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(exercised).hasSize(1);
        assertThat(world.gitlab.live(world.account)).hasSize(1);
    }

    @Test
    void a_live_value_of_somebody_else_is_not_touched() {
        Account stranger = world.gitlab.user("stranger");
        Issued foreign = world.gitlab.plant(stranger, "x", new TreeSet<>(List.of("api")), LocalDate.of(2026, 12, 1));
        world.put(0, foreign.secret());
        assertThat(world.run())
                .isInstanceOfSatisfying(
                        Outcome.Parked.class,
                        parked -> assertThat(parked.problem().reason()).isEqualTo(Reason.USER_DIFFERS));
        assertThat(world.gitlab.accepts(foreign.secret())).isTrue();
    }

    @Test
    void a_value_that_cannot_say_whose_it_is_is_not_touched() {
        world.issuer = issuer -> new Nameless(issuer) {
            @Override
            public Effect<Account> exercise(Secret value) {
                return new Effect.Unclear<>(Problem.of(Reason.GITLAB_TIMEOUT));
            }
        };
        assertThat(world.run()).isInstanceOf(Outcome.Parked.class);
        assertThat(world.gitlab.accepts(world.old.secret())).isTrue();
    }

    /** The only thing that is known beforehand is the name, so the name must be right. */
    @Test
    void a_new_token_of_another_user_is_not_delivered() {
        Account stranger = world.gitlab.user("stranger");
        world.gitlab.revoke(world.old.token().id());
        world.issuer = issuer -> new Nameless(issuer) {
            @Override
            public Effect<Issued> issue(TokenRequest request) {
                return super.issue(new TokenRequest(
                        stranger, request.credential(), request.marker(), request.scopes(), request.lifetimeDays()));
            }
        };
        assertThat(world.run())
                .isInstanceOfSatisfying(
                        Outcome.Parked.class,
                        parked -> assertThat(parked.problem().reason()).isEqualTo(Reason.USER_DIFFERS));
        assertThat(world.held().getFirst().is(world.old.secret())).isTrue();
    }

    /** A use that answers the right name for a token of another user's id proves nothing. */
    @Test
    void a_new_token_whose_use_answers_another_id_is_not_delivered() {
        world.gitlab.revoke(world.old.token().id());
        world.issuer = issuer -> new Nameless(issuer) {
            @Override
            public Effect<Account> exercise(Secret value) {
                return super.exercise(value).map(found -> Account.of(new UserId(77), found.name()));
            }
        };
        assertThat(world.run()).isInstanceOf(Outcome.Parked.class);
        assertThat(world.held().getFirst().is(world.old.secret())).isTrue();
    }
}
