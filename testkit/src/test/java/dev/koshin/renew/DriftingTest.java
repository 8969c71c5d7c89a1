package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.plan.Drift;
import dev.koshin.plan.Planner;
import dev.koshin.plan.Policy;
import dev.koshin.plan.Verdict;
import dev.koshin.renew.Order.Wish;
import dev.koshin.spi.Held;
import dev.koshin.spi.Issued;
import dev.koshin.testkit.Calls.Fault;
import dev.koshin.testkit.Calls.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people and restored backups do to a credential after its renewal has ended, and what Koshin makes of it. */
final class DriftingTest {
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 11, 1);

    private static World renewed(int targets) {
        World world = new World(targets, World.AT_ONCE).with(List.of());
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        world.clock.advance(Duration.ofDays(1));
        return world;
    }

    private static Secret held(World world) {
        return ((Held.Value) world.held().getFirst()).secret();
    }

    private static Issued byHand(World world) {
        return world.gitlab.made(world.account, "by hand", new TreeSet<>(List.of("api")), NEXT_YEAR);
    }

    private static Optional<Drift.Kind> drift(World world) {
        return Drift.of(world.look()).map(Drift::kind);
    }

    private static Verdict.Why why(World world) {
        return Planner.judge(world.look(), World.AT_ONCE, world.clock.instant()).why();
    }

    private static List<TokenId> live(World world) {
        return world.gitlab.live(world.account).stream().map(Token::id).toList();
    }

    @Test
    void an_old_value_that_was_put_back_is_healed_and_the_unheld_token_goes_with_it() {
        World world = renewed(2);
        world.put(0, world.old.secret());
        world.put(1, world.old.secret());
        assertThat(drift(world)).contains(Drift.Kind.PUT_BACK);
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(drift(world)).isEmpty();
        assertThat(live(world)).as("one token carries the credential").hasSize(1);
        assertThat(world.gitlab.accepts(held(world))).isTrue();
        assertThat(world.held()).containsOnly(world.held().getFirst());
    }

    @Test
    void a_token_that_only_has_the_unheld_ones_id_is_not_revoked() {
        World world = new World(1, World.AT_ONCE).with(List.of());
        Runnable restore = world.gitlab.backup();
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        TokenId made = world.look().live().getFirst().id();
        restore.run();
        world.clock.advance(Duration.ofHours(1));
        Issued theirs =
                world.gitlab.made(world.gitlab.user("somebody"), "their own", new TreeSet<>(List.of("api")), NEXT_YEAR);
        assertThat(theirs.token().id()).isEqualTo(made);
        world.put(0, world.old.secret());
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.gitlab.accepts(theirs.secret())).isTrue();
    }

    @Test
    void the_unheld_token_stays_as_long_as_another_credential_holds_it() {
        World world = renewed(1);
        Secret proven = held(world);
        world.neighbour(new CredentialName("neighbour"), proven);
        world.put(0, world.old.secret());
        assertThat(world.run())
                .isInstanceOfSatisfying(
                        Outcome.Proven.class,
                        outcome -> assertThat(outcome.heldBy()).containsExactly(new CredentialName("neighbour")));
        assertThat(world.gitlab.accepts(proven)).isTrue();
    }

    @Test
    void a_fresh_token_made_by_hand_is_left_alone() {
        World world = renewed(1);
        Issued hand = byHand(world);
        world.put(0, hand.secret());
        assertThat(why(world)).isEqualTo(Verdict.Why.MADE_BY_HAND);
        assertThat(world.run()).isInstanceOf(Outcome.NotNeeded.class);
        assertThat(world.run(Wish.FORCE)).isInstanceOf(Outcome.NotNeeded.class);
        assertThat(held(world)).isEqualTo(hand.secret());
        assertThat(world.entries())
                .endsWith(new Entry.Finished(world.entries().getFirst().renewal()));
    }

    @Test
    void one_that_is_due_waits_for_a_person_who_may_replace_it_and_it_lives_on() {
        World world = renewed(1);
        Issued hand = byHand(world);
        world.put(0, hand.secret());
        world.clock.advance(Duration.ofDays(300));
        assertThat(world.run())
                .isEqualTo(new Outcome.Parked(Problem.of(
                        Reason.TOKEN_MADE_BY_HAND, "row-0", hand.token().id().toString(), "by hand")));
        assertThat(world.run(Wish.REPLACE)).isInstanceOf(Outcome.Finished.class);
        assertThat(held(world)).isNotEqualTo(hand.secret());
        assertThat(world.gitlab.accepts(hand.secret())).isTrue();
    }

    @Test
    void adopting_writes_one_entry_and_touches_nothing() {
        World world = renewed(2);
        Secret proven = held(world);
        TokenId left = world.look().live().getFirst().id();
        Issued hand = byHand(world);
        world.put(0, hand.secret());
        world.put(1, hand.secret());
        int before = world.entries().size();
        assertThat(world.adopt()).isEqualTo(new Outcome.Adopted(hand.ref(), false, Optional.of(left)));
        assertThat(world.entries()).hasSize(before + 1);
        assertThat(world.entries().getLast())
                .isInstanceOfSatisfying(
                        Entry.Adopted.class, entry -> assertThat(entry.token()).isEqualTo(hand.ref()));
        assertThat(drift(world)).isEmpty();
        assertThat(why(world)).isEqualTo(Verdict.Why.FRESH);
        assertThat(world.gitlab.accepts(proven)).as("nobody revokes it").isTrue();
        assertThat(world.look().strays()).extracting(Token::id).containsExactly(left);
        assertThat(world.adopt()).as("once is enough").isInstanceOf(Outcome.NotNeeded.class);
    }

    @Test
    void an_adopted_token_is_renewed_and_revoked_like_any_other() {
        World world = renewed(1);
        Issued hand = byHand(world);
        world.put(0, hand.secret());
        world.adopt();
        world.clock.advance(Duration.ofDays(300));
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.gitlab.accepts(hand.secret())).isFalse();
        assertThat(drift(world)).isEmpty();
    }

    @Test
    void what_does_not_fit_is_not_adopted_and_nothing_is_written() {
        World world = renewed(2);
        int before = world.entries().size();
        Issued hand = byHand(world);
        world.put(0, hand.secret());
        assertThat(reason(world.adopt())).isEqualTo(Reason.TARGETS_DIFFER);
        Issued narrow = world.gitlab.made(world.account, "by hand", new TreeSet<>(List.of("read_api")), NEXT_YEAR);
        both(world, narrow.secret());
        assertThat(reason(world.adopt())).isEqualTo(Reason.ADOPTED_SCOPES_MISSING);
        var stranger = world.gitlab.user("somebody");
        both(
                world,
                world.gitlab
                        .made(stranger, "by hand", new TreeSet<>(List.of("api")), NEXT_YEAR)
                        .secret());
        assertThat(reason(world.adopt())).isEqualTo(Reason.USER_DIFFERS);
        both(world, Secret.of("nobody-knows-this-value"));
        assertThat(reason(world.adopt())).isEqualTo(Reason.ADOPTED_NOT_LIVE);
        assertThat(world.entries()).hasSize(before);
    }

    private static void both(World world, Secret secret) {
        world.put(0, secret);
        world.put(1, secret);
    }

    private static Reason reason(Outcome outcome) {
        return ((Outcome.Parked) outcome).problem().reason();
    }

    @Test
    void a_renewal_that_is_parked_because_of_a_foreign_token_ends_with_it_once_it_is_adopted() {
        World world = new World(1, Policy.DEFAULT).with(List.of());
        assertThat(world.run()).isInstanceOf(Outcome.Proven.class);
        Secret made = held(world);
        Issued hand = byHand(world);
        world.put(0, hand.secret());
        assertThat(reason(world.run())).isEqualTo(Reason.TARGET_HOLDS_FOREIGN);
        assertThat(world.adopt()).isEqualTo(new Outcome.Adopted(hand.ref(), true, Optional.empty()));
        assertThat(why(world)).isEqualTo(Verdict.Why.UNFINISHED);
        assertThat(world.run()).as("within its grace").isInstanceOf(Outcome.Proven.class);
        assertThat(world.gitlab.accepts(made)).isTrue();
        world.clock.advance(Duration.ofHours(25));
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(live(world)).as("nothing leaks").containsExactly(hand.token().id());
        assertThat(held(world)).isEqualTo(hand.secret());
    }

    @Test
    void a_token_that_somebody_revoked_is_replaced() {
        World world = renewed(1);
        world.gitlab.revoke(world.look().live().getFirst().id());
        assertThat(drift(world)).contains(Drift.Kind.REVOKED);
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(live(world)).hasSize(1);
    }

    @Test
    void a_restored_gitlab_that_forgot_the_proven_token_is_healed() {
        World world = new World(1, World.AT_ONCE).with(List.of());
        Runnable restore = world.gitlab.backup();
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        restore.run();
        world.clock.advance(Duration.ofHours(1));
        assertThat(drift(world)).contains(Drift.Kind.FORGOTTEN);
        assertThat(why(world)).isEqualTo(Verdict.Why.FORGOTTEN);
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.gitlab.accepts(held(world))).isTrue();
        assertThat(world.look().strays())
                .as("the revoked one lives again, and is reported")
                .extracting(Token::id)
                .containsExactly(world.old.token().id());
    }

    /** Within the grace, GitLab goes back to before the renewal, and somebody else gets the new token's id. */
    @Test
    void an_id_that_a_restored_gitlab_gave_to_somebody_else_is_never_revoked() {
        World world = new World(1, Policy.DEFAULT).with(List.of());
        Runnable restore = world.gitlab.backup();
        assertThat(world.run()).isInstanceOf(Outcome.Proven.class);
        TokenId made = world.look().live().getFirst().id();
        restore.run();
        world.clock.advance(Duration.ofHours(1));
        var stranger = world.gitlab.user("somebody");
        Issued theirs = world.gitlab.made(stranger, "their own", new TreeSet<>(List.of("api")), NEXT_YEAR);
        assertThat(theirs.token().id()).isEqualTo(made);
        assertThat(world.run()).as("makes another one").isInstanceOf(Outcome.Proven.class);
        world.clock.advance(Duration.ofHours(25));
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.gitlab.accepts(theirs.secret())).isTrue();
        assertThat(world.entries())
                .filteredOn(Entry.Interrupted.class::isInstance)
                .extracting(entry -> ((Entry.Interrupted) entry).problem())
                .containsExactly(Run.problem(Reason.TOKEN_ID_REUSED, made.value(), "their own"));
        assertThat(world.gitlab.accepts(held(world))).isTrue();
        assertThat(live(world)).hasSize(1);
    }

    @Test
    void a_place_whose_value_was_taken_away_gets_a_new_one() {
        World world = renewed(1);
        var _ = world.place.put(World.row(0), new Held.Nothing());
        assertThat(drift(world)).contains(Drift.Kind.EMPTIED);
        assertThat(world.run()).isInstanceOf(Outcome.Finished.class);
        assertThat(world.gitlab.accepts(held(world))).isTrue();
        assertThat(live(world)).hasSize(1);
    }

    /** Each call of the adoption, and of the run that ends the open renewal with it, goes wrong in each way. */
    @ParameterizedTest
    @EnumSource
    void an_adoption_survives_a_fault_anywhere(Kind kind) {
        for (int call = 0; call < 40; call++) {
            World world = new World(2, Policy.DEFAULT).with(List.of());
            assertThat(world.run()).isInstanceOf(Outcome.Proven.class);
            Issued hand = byHand(world);
            both(world, hand.secret());
            world.with(List.of(new Fault(call, kind)));
            for (int i = 0; i < 3 && !adopted(world, hand); i++) {
                Optional<Outcome> _ = world.adoptOnce();
                world.clock.advance(Duration.ofMinutes(11));
            }
            Outcome _ = world.settle();
            world.clock.advance(Duration.ofHours(25));
            assertThat(world.settle())
                    .as("%s at %s", kind, call)
                    .isInstanceOfAny(Outcome.Finished.class, Outcome.NotNeeded.class);
            assertThat(world.brokenMoments).as("%s at %s", kind, call).isEmpty();
            assertThat(live(world))
                    .as("%s at %s", kind, call)
                    .containsExactly(hand.token().id());
            assertThat(world.journal.unfinished()).as("%s at %s", kind, call).isEmpty();
        }
    }

    private static boolean adopted(World world, Issued hand) {
        return world.look().past().isLast(hand.secret().fingerprint());
    }
}
