package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Account;
import dev.koshin.model.Expiry;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.UserId;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Looking whether a new token is what was asked for, before any target gets it. */
final class ProbingTest {
    private final World world = new World(1, World.AT_ONCE);
    private final AtomicBoolean issued = new AtomicBoolean();
    private final AtomicInteger inspections = new AtomicInteger();

    /** GitLab says {@code change} of the token behind the new value. */
    private UnaryOperator<Issuer> inspecting(UnaryOperator<Effect<Inspection>> change) {
        return issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<Issued> issue(TokenRequest request) {
                issued.set(true);
                return super.issue(request);
            }

            @Override
            public Effect<Inspection> inspect(Secret value) {
                Effect<Inspection> answer = super.inspect(value);
                if (!issued.get()) {
                    return answer;
                }
                inspections.incrementAndGet();
                return change.apply(answer);
            }
        };
    }

    private UnaryOperator<Issuer> seeing(UnaryOperator<Token> change) {
        return inspecting(answer -> answer.map(found ->
                found instanceof Inspection.Live(Token token) ? new Inspection.Live(change.apply(token)) : found));
    }

    private static Token with(Token token, UserId user, Set<String> scopes, LocalDate expiry) {
        return new Token(
                token.id(),
                user,
                token.name(),
                new TreeSet<>(scopes),
                token.created(),
                token.lastUsed(),
                Optional.of(new Expiry(expiry)),
                token.revoked());
    }

    private void assertThatNothingReachedTheTarget() {
        assertThat(world.held()).containsOnly(new Held.Value(world.old.secret()));
        assertThat(world.gitlab.accepts(world.old.secret())).isTrue();
    }

    @Test
    void a_new_token_without_a_scope_is_parked() {
        world.issuer = seeing(token -> with(token, token.user(), Set.of("read_api"), LocalDate.of(2027, 11, 24)));
        assertThat(world.run()).isEqualTo(new Outcome.Parked(Problem.of(Reason.TOKEN_SCOPES_MISSING, "api")));
        assertThatNothingReachedTheTarget();
    }

    @Test
    void a_new_token_with_more_scopes_is_fine() {
        world.issuer =
                seeing(token -> with(token, token.user(), Set.of("api", "self_rotate"), LocalDate.of(2027, 11, 24)));
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void a_new_token_of_another_user_is_parked() {
        world.issuer = seeing(token -> with(token, new UserId(99), Set.of("api"), LocalDate.of(2027, 11, 24)));
        assertThat(world.run()).isEqualTo(new Outcome.Parked(Problem.of(Reason.TOKEN_DIFFERS, "2", "2")));
        assertThatNothingReachedTheTarget();
    }

    @Test
    void another_token_behind_the_new_value_is_parked() {
        world.issuer = seeing(_ -> world.old.token());
        assertThat(world.run()).isEqualTo(new Outcome.Parked(Problem.of(Reason.TOKEN_DIFFERS, "2", "1")));
        assertThatNothingReachedTheTarget();
    }

    @Test
    void a_new_token_that_is_over_already_is_parked() {
        world.issuer = seeing(token -> with(token, token.user(), Set.of("api"), LocalDate.of(2026, 11, 24)));
        assertThat(world.run()).isEqualTo(new Outcome.Parked(Problem.of(Reason.TOKEN_EXPIRES_TOO_SOON, "2026-11-24")));
        assertThatNothingReachedTheTarget();
    }

    @Test
    void a_new_token_that_is_due_already_is_parked() {
        world.issuer = seeing(token -> new Token(
                token.id(),
                token.user(),
                token.name(),
                token.scopes(),
                Instant.parse("2025-01-01T00:00:00Z"),
                token.lastUsed(),
                Optional.of(new Expiry(LocalDate.of(2027, 1, 23))),
                false));
        assertThat(world.run()).isEqualTo(new Outcome.Parked(Problem.of(Reason.TOKEN_EXPIRES_TOO_SOON, "2027-01-23")));
    }

    @Test
    void a_new_token_whose_lifetime_the_server_capped_is_fine() {
        world.issuer = seeing(token -> with(token, token.user(), Set.of("api"), LocalDate.of(2026, 11, 26)));
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void a_replica_may_know_a_new_token_late() {
        world.issuer =
                inspecting(answer -> inspections.get() < 5 ? new Effect.Done<>(new Inspection.Unknown()) : answer);
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(inspections).hasValue(5);
        assertThat(world.clock.instant()).isEqualTo(World.START.plusMillis(100 + 200 + 400 + 800));
    }

    @Test
    void a_new_token_that_stays_unknown_fails_the_run() {
        world.issuer = inspecting(_ -> new Effect.Done<>(new Inspection.Unknown()));
        assertThat(world.run()).isEqualTo(new Outcome.Failed(Problem.of(Reason.TOKEN_DOES_NOT_WORK, "2")));
        assertThat(inspections).hasValue(5);
        assertThatNothingReachedTheTarget();
    }

    @Test
    void a_new_token_that_gitlab_would_not_speak_about_fails_the_run_after_some_patience() {
        Problem problem = Problem.of(Reason.GITLAB_TIMEOUT);
        world.issuer = inspecting(_ -> new Effect.Unclear<>(problem));
        assertThat(world.run()).isEqualTo(new Outcome.Failed(problem));
        assertThat(inspections).hasValue(5);
        assertThatNothingReachedTheTarget();
    }

    @Test
    void a_new_token_that_gitlab_refuses_to_speak_about_fails_the_run_at_once() {
        Problem problem = Problem.of(Reason.GITLAB_REFUSED);
        world.issuer = inspecting(_ -> new Effect.Refused<>(problem));
        assertThat(world.run()).isEqualTo(new Outcome.Failed(problem));
        assertThat(inspections).hasValue(1);
        assertThatNothingReachedTheTarget();
    }

    @Test
    void a_new_token_that_was_revoked_at_once_fails_the_run_without_asking_twice() {
        world.issuer = inspecting(_ -> new Effect.Done<>(new Inspection.Revoked()));
        assertThat(world.run()).isEqualTo(new Outcome.Failed(Problem.of(Reason.TOKEN_DOES_NOT_WORK, "2")));
        assertThat(inspections).hasValue(1);
    }

    @Test
    void a_new_token_that_cannot_be_used_fails_the_run() {
        Problem problem = Problem.of(Reason.TOKEN_DOES_NOT_WORK, "git");
        world.issuer = issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<Account> exercise(Secret value) {
                return new Effect.Refused<>(problem);
            }
        };
        assertThat(world.run()).isEqualTo(new Outcome.Failed(problem));
        assertThatNothingReachedTheTarget();
    }

    @Test
    void a_user_whose_name_is_written_in_another_case_is_the_same() {
        world.issuer = exercising("ita_org_a");
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
    }

    @Test
    void a_user_with_another_name_is_another() {
        world.issuer = exercising("ITA_ORG_B");
        assertThat(world.run())
                .isEqualTo(new Outcome.Parked(Problem.of(Reason.USER_DIFFERS, "ITA_ORG_A", "ITA_ORG_B")));
    }

    private UnaryOperator<Issuer> exercising(String name) {
        return issuer -> new IssuerAround(issuer) {
            @Override
            public Effect<Account> exercise(Secret value) {
                return new Effect.Done<>(new Account(world.account.id(), name));
            }
        };
    }
}
