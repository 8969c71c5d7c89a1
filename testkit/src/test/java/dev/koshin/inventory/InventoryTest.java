package dev.koshin.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.KnownToken;
import dev.koshin.journal.Lease;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.UserId;
import dev.koshin.plan.Holders;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Seen;
import dev.koshin.renew.TargetAround;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Few calls, and the truth about every target. */
final class InventoryTest {
    private static final Problem DOWN = Problem.of(Reason.TARGET_UNREACHABLE, "down");

    private final Catalogued world = new Catalogued();
    private final Issued token = world.token(world.user, "2026-12-01");
    private final Fingerprint print = token.secret().fingerprint();

    private Seen.Finding only(Credential credential) {
        List<Seen> seen = world.gather(credential).of(credential.name()).seen();
        assertThat(seen).hasSize(1);
        return seen.getFirst().finding();
    }

    @Test
    void a_place_is_looked_at_once_however_many_targets_it_has() {
        Credential one = world.credential("one", world.user, token.secret(), token.secret());
        Credential two = world.credential("two", world.user, token.secret());
        Gathered gathered = world.gather(one, two);
        assertThat(world.looks).hasValue(1);
        assertThat(gathered.views()).containsOnlyKeys(world.place);
        assertThat(gathered.of(one.name()).seen()).hasSize(2);
        assertThat(gathered.observations().keySet()).containsExactly(one.name(), two.name());
        assertThat(gathered.at()).isEqualTo(world.clock.instant());
        assertThat(gathered.of(two.name()).at()).isEqualTo(world.clock.instant());
        assertThat(gathered.of(two.name()).credential()).isEqualTo(two.name());
    }

    @Test
    void a_new_value_is_asked_about_once_even_if_many_targets_hold_it() {
        Gathered gathered = world.gather(
                world.credential("one", world.user, token.secret(), token.secret()),
                world.credential("two", world.user, token.secret()));
        assertThat(world.inspected).containsExactly(token.secret());
        assertThat(gathered.learned())
                .containsExactly(new KnownToken(
                        print, token.token().id(), world.user.id().orElseThrow(), world.clock.instant()));
        assertThat(gathered.observations().values())
                .flatExtracting(seen -> seen.seen())
                .extracting(Seen::finding)
                .containsOnly(new Seen.Live(token.token(), print));
    }

    @Test
    void a_known_value_costs_no_call_of_its_own() {
        Credential one = world.credential("one", world.user, token.secret());
        world.remember(world.gather(one));
        world.inspected.clear();
        Gathered again = world.gather(one);
        assertThat(world.inspected).isEmpty();
        assertThat(world.listed).hasSize(2).containsOnly(Set.of(world.user.id().orElseThrow()));
        assertThat(again.learned()).isEmpty();
        assertThat(again.of(one.name()).live()).containsExactly(token.token());
    }

    @Test
    void without_a_user_nothing_is_listed() {
        assertThat(only(world.credential("one", world.user, Secret.of("nobody-knows"))))
                .isEqualTo(new Seen.Unknown(Secret.of("nobody-knows").fingerprint()));
        assertThat(world.listed).isEmpty();
    }

    @Test
    void users_of_values_in_no_target_are_not_listed() {
        world.journal.remember(List.of(new KnownToken(
                new Fingerprint("00000000000a"), token.token().id(), new UserId(99), world.clock.instant())));
        Gathered _ = world.gather(world.credential("one", world.user, token.secret()));
        assertThat(world.listed).containsExactly(Set.of(world.user.id().orElseThrow()));
    }

    @Test
    void a_known_token_that_is_missing_from_the_list_is_asked_about() {
        Credential one = world.credential("one", world.user, token.secret());
        world.remember(world.gather(one));
        world.inspected.clear();
        world.gitlab.revoke(token.token().id());
        assertThat(only(one))
                .as("nothing shows that the id is still that token's")
                .isEqualTo(new Seen.Revoked(Optional.empty(), print));
        assertThat(world.inspected).containsExactly(token.secret());
    }

    @Test
    void a_token_that_the_list_hides_is_live_nevertheless() {
        Credential one = world.credential("one", world.user, token.secret());
        world.remember(world.gather(one));
        world.catalog = _ -> new Effect.Done<>(List.of());
        Gathered hidden = world.gather(one);
        assertThat(hidden.of(one.name()).live()).containsExactly(token.token());
        assertThat(hidden.learned()).isEmpty();
    }

    @Test
    void a_list_that_fails_is_made_up_for_by_asking() {
        Credential one = world.credential("one", world.user, token.secret());
        world.remember(world.gather(one));
        world.catalog = _ -> new Effect.Refused<>(Problem.of(Reason.GITLAB_REFUSED));
        assertThat(only(one)).isEqualTo(new Seen.Live(token.token(), print));
    }

    @Test
    void a_token_listed_twice_counts_once() {
        Credential one = world.credential("one", world.user, token.secret());
        Issued stray = world.token(world.user, "2027-01-01");
        world.catalog = _ -> new Effect.Done<>(List.of(token.token(), stray.token(), stray.token()));
        assertThat(world.gather(one).of(one.name()).strays()).containsExactly(stray.token());
    }

    @Test
    void a_known_token_that_is_over_is_expired_without_asking() {
        Credential one = world.credential("one", world.user, token.secret());
        world.remember(world.gather(one));
        world.inspected.clear();
        world.clock.set(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(only(one))
                .isEqualTo(new Seen.Expired(Optional.of(token.token().id()), print));
        assertThat(world.inspected).isEmpty();
    }

    @Test
    void a_known_token_that_the_list_calls_revoked_is() {
        Credential one = world.credential("one", world.user, token.secret());
        world.remember(world.gather(one));
        Token listed = token.token();
        world.catalog = _ -> new Effect.Done<>(List.of(new Token(
                listed.id(),
                listed.user(),
                listed.name(),
                listed.scopes(),
                listed.created(),
                listed.lastUsed(),
                listed.expiry(),
                true)));
        assertThat(only(one)).isEqualTo(new Seen.Revoked(Optional.of(listed.id()), print));
    }

    @Test
    void a_new_value_that_is_dead_has_no_id_and_is_not_remembered() {
        Credential one = world.credential("one", world.user, token.secret());
        world.gitlab.revoke(token.token().id());
        Gathered gathered = world.gather(one);
        assertThat(only(one)).isEqualTo(new Seen.Revoked(Optional.empty(), print));
        assertThat(gathered.learned()).isEmpty();
        world.clock.set(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(only(one)).isEqualTo(new Seen.Expired(Optional.empty(), print));
    }

    @Test
    void a_question_without_an_answer_is_no_finding() {
        Problem problem = Problem.of(Reason.GITLAB_TIMEOUT);
        world.answer = _ -> new Effect.Unclear<>(problem);
        assertThat(only(world.credential("one", world.user, token.secret()))).isEqualTo(new Seen.Unreadable(problem));
        world.answer = _ -> new Effect.Refused<>(problem);
        assertThat(only(world.credential("two", world.user, token.secret()))).isEqualTo(new Seen.Unreadable(problem));
    }

    @Test
    void a_place_that_cannot_be_looked_at_makes_its_targets_unreadable_and_has_no_view() {
        Credential one = world.credential("one", world.user, token.secret(), token.secret());
        Problem problem = Problem.of(Reason.TARGET_UNREACHABLE, "db");
        world.view = _ -> new Effect.Refused<>(problem);
        Gathered gathered = world.gather(one);
        assertThat(gathered.views()).isEmpty();
        assertThat(gathered.of(one.name()).seen())
                .extracting(Seen::finding)
                .containsExactly(new Seen.Unreadable(problem), new Seen.Unreadable(problem));
        world.view = _ -> new Effect.Unclear<>(problem);
        assertThat(world.gather(one).of(one.name()).seen().getFirst().finding())
                .isEqualTo(new Seen.Unreadable(problem));
    }

    @Test
    void a_target_that_is_missing_from_its_place_is_unreadable() {
        Credential one = world.credential("one", world.user, token.secret());
        world.view = view -> view.map(seen -> new dev.koshin.spi.Place.View(java.util.Map.of(), seen.cells()));
        assertThat(only(one)).isEqualTo(new Seen.Unreadable(Problem.of(Reason.TARGET_ROW_MISSING, "one-0")));
    }

    @Test
    void a_target_without_a_value_is_empty() {
        Credential one = world.credential("one", world.user, token.secret());
        var _ = world.place.inner().put(one.targets().getFirst().name(), new Held.Nothing());
        assertThat(only(one)).isEqualTo(new Seen.Empty());
        assertThat(world.inspected).isEmpty();
    }

    @Test
    void a_credential_that_was_not_asked_for_was_not_found() {
        Gathered gathered = world.gather(world.credential("one", world.user, token.secret()));
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> gathered.of(new CredentialName("two")));
    }

    @Test
    void one_value_is_asked_about_directly() {
        Credential one = world.credential("one", world.user, token.secret());
        Seen seen = Findings.ask(one.targets().getFirst().name(), new Held.Value(token.secret()), one.issuer());
        assertThat(seen.finding()).isEqualTo(new Seen.Live(token.token(), print));
        assertThat(Findings.ask(seen.target(), new Held.Nothing(), one.issuer()))
                .isEqualTo(new Seen(seen.target(), new Seen.Empty()));
    }

    @Test
    void who_holds_a_value_is_told_for_all_credentials_and_gitlab_is_asked_about_the_chosen_one_only() {
        Credential one = world.credential("one", world.user, token.secret());
        Credential two = world.credential("two", world.user, token.secret());
        Credential three = world.credential("three", world.user, Secret.of("glpat-unknown"));
        Gathered gathered = world.gather(List.of(one), List.of(one, two, three));
        assertThat(gathered.observations()).containsOnlyKeys(one.name());
        assertThat(gathered.of(one.name())
                        .holders()
                        .others(one.name(), token.secret().fingerprint()))
                .containsExactly(two.name());
        assertThat(gathered.learned()).hasSize(1);
    }

    /** The renewal of {@code one} has asked for a token, and died. */
    private void lostAnAnswer(CredentialName one) {
        Lease lease = ((Claim.Granted) world.journal.acquire(one, Duration.ofMinutes(1))).lease();
        RenewalId renewal = new RenewalId("0123456789abcdef");
        world.journal.release(
                lease, List.of(new Entry.Started(renewal, one, List.of(), "due"), new Entry.Issuing(renewal)));
    }

    @Test
    void where_an_answer_was_lost_the_others_are_asked_about_once_too() {
        Credential one = world.credential("one", world.user, token.secret());
        Issued other = world.token(world.user, "2026-12-02");
        Credential two = world.credential("two", world.user, other.secret());
        lostAnAnswer(one.name());
        Gathered gathered = world.gather(List.of(one), List.of(one, two));
        Holders holders = gathered.of(one.name()).holders();
        assertThat(holders.others(one.name(), other.token().id())).containsExactly(two.name());
        assertThat(holders.others(two.name(), other.token().id())).isEmpty();
        assertThat(holders.others(two.name(), token.token().id())).containsExactly(one.name());
        assertThat(gathered.learned()).hasSize(2);
        world.remember(gathered);
        world.inspected.clear();
        assertThat(world.gather(List.of(one), List.of(one, two)).of(one.name()).holders())
                .isEqualTo(holders);
        assertThat(world.inspected).isEmpty();
    }

    @Test
    void where_no_answer_was_lost_the_others_are_not_asked_about() {
        Credential one = world.credential("one", world.user, token.secret());
        Credential two = world.credential("two", world.user, Secret.of("glpat-unknown"));
        lostAnAnswer(two.name());
        Gathered _ = world.gather(List.of(one), List.of(one, two));
        assertThat(world.inspected).containsExactly(token.secret());
    }

    /** Each of two places waits for the look at the other one. */
    @Test
    void places_are_looked_at_side_by_side() {
        CyclicBarrier both = new CyclicBarrier(2);
        Gathered gathered = world.gather(waiting("one", both), waiting("two", both));
        assertThat(gathered.observations().values())
                .flatExtracting(Observation::seen)
                .extracting(Seen::finding)
                .containsOnly(new Seen.Unreadable(DOWN));
    }

    private Credential waiting(String name, CyclicBarrier both) {
        Credential credential = world.credential(name, world.user, token.secret());
        Place place = new Place() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Effect<Place.View> look() {
                try {
                    int _ = both.await(5, TimeUnit.SECONDS);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                    throw new IllegalStateException(e);
                }
                return new Effect.Refused<>(DOWN);
            }
        };
        Target target = new TargetAround(credential.targets().getFirst()) {
            @Override
            public Place place() {
                return place;
            }
        };
        return new Credential(
                credential.name(),
                credential.user(),
                credential.issuer(),
                List.of(target),
                credential.consumers(),
                credential.policy(),
                credential.scopes());
    }
}
