package dev.koshin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Account;
import dev.koshin.model.CredentialName;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Inspection;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What every issuer promises. The test class of an adapter implements this and inherits all the tests. */
public interface IssuerContract {
    /** An issuer for {@link #account}, over a GitLab that answers; the same or a new one at each call. */
    Issuer issuer();

    /** A user that exists and is not blocked. */
    Account account();

    @Test
    default void preflight_answers_the_account() {
        assertThat(done(issuer().preflight(Optional.empty()))).isEqualTo(account());
    }

    /** A probe compares these before the token is delivered anywhere. */
    @Test
    default void an_issued_token_is_live_and_is_what_was_asked_for() {
        Issuer issuer = issuer();
        TokenRequest request = request();
        Issued issued = done(issuer.issue(request));

        Token token = live(issuer, issued.secret());

        assertThat(token.id()).isEqualTo(issued.token().id());
        assertThat(account().owns(token)).isTrue();
        assertThat(token.scopes()).containsAll(request.scopes());
        assertThat(token.expiry()).isEqualTo(issued.token().expiry());
        assertThat(token.name()).contains(request.marker().value());
        assertThat(token.revoked()).isFalse();
    }

    /** Counted from the issuer's own day, so that a wrong local clock does not matter. */
    @Test
    default void an_issued_token_lives_as_many_days_as_were_asked_for() {
        Token token = done(issuer().issue(request())).token();

        assertThat(token.expiry())
                .get()
                .satisfies(expiry ->
                        assertThat(expiry.remaining(token.created()).toDays()).isBetween(29L, 30L));
    }

    /** Proves for whom GitLab takes the value, not only that it takes it. */
    @Test
    default void exercising_an_issued_token_answers_its_account() {
        Issuer issuer = issuer();
        Issued issued = done(issuer.issue(request()));

        assertThat(done(issuer.exercise(issued.secret()))).isEqualTo(account());
    }

    /** What is marked may be revoked, so it must be all of this renewal and nothing else. */
    @Test
    default void marked_finds_the_token_of_the_renewal_and_no_other() {
        Issuer issuer = issuer();
        TokenRequest request = request();
        Issued issued = done(issuer.issue(request));
        done(issuer.issue(request()));

        assertThat(done(issuer.marked(account(), request.marker())))
                .extracting(Token::id)
                .containsExactly(issued.token().id());
    }

    @Test
    default void marked_finds_nothing_for_a_renewal_that_issued_nothing() {
        assertThat(done(issuer().marked(account(), marker()))).isEmpty();
    }

    /** What is dead needs no sweeping. */
    @Test
    default void marked_does_not_find_a_revoked_token() {
        Issuer issuer = issuer();
        TokenRequest request = request();
        Issued issued = done(issuer.issue(request));
        done(issuer.revoke(issued.token().id(), issued.secret()));

        assertThat(done(issuer.marked(account(), request.marker()))).isEmpty();
    }

    /** A second try after a lost answer must not hurt the first, which may be in use. */
    @Test
    default void two_tokens_of_one_renewal_live_independently() {
        Issuer issuer = issuer();
        TokenRequest request = request();
        Issued one = done(issuer.issue(request));
        Issued two = done(issuer.issue(request));

        done(issuer.revoke(one.token().id(), one.secret()));

        assertThat(two.token().id()).isNotEqualTo(one.token().id());
        assertThat(live(issuer, two.secret()).id()).isEqualTo(two.token().id());
    }

    /** At once, and told apart from expired and unknown. */
    @Test
    default void a_revoked_token_is_revoked() {
        Issuer issuer = issuer();
        Issued issued = done(issuer.issue(request()));

        assertThat(done(issuer.revoke(issued.token().id(), issued.secret())))
                .isEqualTo(issued.token().id());

        assertThat(done(issuer.inspect(issued.secret()))).isEqualTo(new Inspection.Revoked());
        assertThat(issuer.exercise(issued.secret())).isInstanceOf(Effect.Refused.class);
    }

    /** A renewal that died after revoking does it again. */
    @Test
    default void revoking_twice_is_done() {
        Issuer issuer = issuer();
        Issued issued = done(issuer.issue(request()));
        done(issuer.revoke(issued.token().id(), issued.secret()));

        assertThat(done(issuer.revoke(issued.token().id(), issued.secret())))
                .isEqualTo(issued.token().id());
    }

    /** An answer, not a failure: a target may hold anything. */
    @Test
    default void a_value_that_was_never_issued_is_unknown() {
        Issuer issuer = issuer();
        Secret stranger = Secret.of("glpat-" + marker());

        assertThat(done(issuer.inspect(stranger))).isEqualTo(new Inspection.Unknown());
        assertThat(issuer.exercise(stranger)).isInstanceOf(Effect.Refused.class);
    }

    /** Endings are logged and shown. */
    @Test
    default void no_answer_prints_the_secret() {
        Issuer issuer = issuer();
        TokenRequest request = request();
        Effect<Issued> issue = issuer.issue(request);
        Issued issued = done(issue);
        List<Effect<?>> answers = List.of(
                issue,
                issuer.inspect(issued.secret()),
                issuer.exercise(issued.secret()),
                issuer.marked(account(), request.marker()),
                issuer.revoke(issued.token().id(), issued.secret()),
                issuer.inspect(issued.secret()),
                issuer.exercise(issued.secret()));

        assertThat(issued.secret().<Boolean>reveal(value -> answers.toString().contains(value)))
                .isFalse();
    }

    private TokenRequest request() {
        SortedSet<String> scopes = new TreeSet<>(List.of("api"));
        return new TokenRequest(account(), new CredentialName("contract/issuer"), marker(), scopes, 30);
    }

    private static RenewalId marker() {
        return RenewalId.random(new SecureRandom());
    }

    private static Token live(Issuer issuer, Secret value) {
        return assertThat(done(issuer.inspect(value)))
                .asInstanceOf(InstanceOfAssertFactories.type(Inspection.Live.class))
                .actual()
                .token();
    }

    private static <T> T done(Effect<T> effect) {
        if (effect instanceof Effect.Done<T>(T value)) {
            return value;
        }
        throw new AssertionError("expected Done, but was " + effect);
    }
}
