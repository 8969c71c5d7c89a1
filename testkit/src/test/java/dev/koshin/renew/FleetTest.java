package dev.koshin.renew;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.koshin.journal.Entry;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class FleetTest {
    private static final Problem MISSING = Problem.of(Reason.GITLAB_FAILED, "user");
    private static final Problem DIFFERS = Problem.of(Reason.USER_DIFFERS, "user");
    private static final Problem STOPPED = Problem.of(Reason.STOPPED_AFTER_FAILURES, "2");

    private final FleetWorld world = new FleetWorld();
    private final List<CredentialName> progress = Collections.synchronizedList(new ArrayList<>());

    private Map<CredentialName, Outcome> run(int concurrency, int maxFailures, List<Fleet.Member> members) {
        return new Fleet(world.renewals(), concurrency, maxFailures)
                .run(List.of(members), Order.BY_PLAN, (name, _) -> progress.add(name));
    }

    private static List<Problem> failures(Map<CredentialName, Outcome> outcomes) {
        return outcomes.values().stream()
                .filter(Outcome.Failed.class::isInstance)
                .map(outcome -> ((Outcome.Failed) outcome).problem())
                .toList();
    }

    @Test
    void every_member_is_renewed_and_reported_once() {
        List<Fleet.Member> members = world.members(20);
        Map<CredentialName, Outcome> outcomes = run(4, 1, members);
        assertThat(outcomes)
                .hasSize(20)
                .allSatisfy((_, outcome) -> assertThat(outcome).isInstanceOf(Outcome.Finished.class));
        assertThat(progress).hasSize(20).doesNotHaveDuplicates();
        assertThat(outcomes.keySet()).containsExactlyInAnyOrderElementsOf(progress);
    }

    @Test
    void a_wave_begins_when_the_one_before_has_ended_and_has_canaries_of_its_own() {
        List<Fleet.Member> first = world.members(2);
        List<Fleet.Member> second = world.members(3);
        world.fail(second.getFirst(), MISSING);
        Map<CredentialName, Outcome> outcomes = new Fleet(world.renewals(), 4, 5)
                .run(List.of(first, second), Order.BY_PLAN, (name, _) -> progress.add(name));
        assertThat(outcomes).hasSize(5);
        List<CredentialName> names = Stream.concat(first.stream(), second.stream())
                .map(member -> member.credential().name())
                .toList();
        assertThat(world.begun.subList(0, 4)).containsExactlyElementsOf(names.subList(0, 4));
        assertThat(failures(outcomes)).containsExactly(MISSING);
    }

    @Test
    void failures_of_all_waves_count_together() {
        List<Fleet.Member> first = world.members(2);
        List<Fleet.Member> second = world.members(2);
        first.forEach(member -> world.fail(member, MISSING));
        Map<CredentialName, Outcome> outcomes =
                new Fleet(world.renewals(), 4, 2).run(List.of(first, second), Order.BY_PLAN, (_, _) -> {});
        assertThat(failures(outcomes)).containsExactlyInAnyOrder(MISSING, MISSING, STOPPED, STOPPED);
    }

    @Test
    void nobody_is_nothing_to_do() {
        assertThat(run(4, 1, List.of())).isEmpty();
    }

    @Test
    void failing_canaries_stop_the_fleet_before_anybody_else_is_touched() {
        List<Fleet.Member> members = world.members(5);
        members.forEach(member -> world.fail(member, MISSING));
        Map<CredentialName, Outcome> outcomes = run(4, 2, members);
        assertThat(failures(outcomes)).containsExactly(MISSING, MISSING, STOPPED, STOPPED, STOPPED);
        assertThat(world.begun).containsExactlyElementsOf(world.names(members.subList(0, 2)));
        assertThat(progress).containsExactlyElementsOf(world.names(members));
    }

    @Test
    void canaries_go_one_at_a_time_until_one_succeeds() {
        List<Fleet.Member> members = world.members(6);
        world.fail(members.get(0), MISSING);
        world.fail(members.get(1), DIFFERS);
        assertThat(run(4, 3, members).values())
                .filteredOn(Outcome.Finished.class::isInstance)
                .hasSize(4);
        assertThat(world.begun.subList(0, 3)).containsExactlyElementsOf(world.names(members.subList(0, 3)));
        assertThat(world.atOnceDuring(world.names(members.subList(0, 3)))).isEqualTo(1);
    }

    /** Canaries run on the thread of the caller, all others on threads of their own. */
    @Test
    void only_canaries_are_waited_for_one_by_one() {
        List<Fleet.Member> members = world.members(4);
        world.fail(members.getFirst(), MISSING);
        Thread caller = Thread.currentThread();
        List<CredentialName> waitedFor = Collections.synchronizedList(new ArrayList<>());
        Map<CredentialName, Outcome> _ = new Fleet(world.renewals(), 2, 3)
                .run(List.of(members), Order.BY_PLAN, (name, _) -> {
                    if (Thread.currentThread().equals(caller)) {
                        waitedFor.add(name);
                    }
                });
        assertThat(waitedFor).containsExactlyElementsOf(world.names(members.subList(0, 2)));
    }

    @Test
    void parked_members_count_as_failures() {
        List<Fleet.Member> members = world.members(4);
        members.forEach(member -> world.fail(member, DIFFERS));
        Map<CredentialName, Outcome> outcomes = run(4, 2, members);
        assertThat(outcomes.values())
                .filteredOn(Outcome.Parked.class::isInstance)
                .hasSize(2);
        assertThat(failures(outcomes)).containsExactly(STOPPED, STOPPED);
    }

    @Test
    void no_more_are_begun_after_too_many_failures_of_those_side_by_side() {
        List<Fleet.Member> members = world.members(9);
        members.subList(1, 9).forEach(member -> world.fail(member, MISSING));
        assertThat(failures(run(1, 2, members)))
                .containsExactlyInAnyOrder(MISSING, MISSING, STOPPED, STOPPED, STOPPED, STOPPED, STOPPED, STOPPED);
        assertThat(world.begun).hasSize(3);
    }

    /** Each waits until as many as are allowed are there, so it also shows that as many do run. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void as_many_as_allowed_run_at_a_time_and_never_more(int concurrency) {
        List<Fleet.Member> members = world.members(1 + 3 * concurrency);
        CyclicBarrier barrier = new CyclicBarrier(concurrency);
        whileOthersWork(members, () -> meet(barrier));
        assertThat(run(concurrency, 1, members).values()).allMatch(Outcome.Finished.class::isInstance);
        assertThat(world.mostAtOnce()).isEqualTo(concurrency);
    }

    /** The first ones wait a moment for one more, who must not come. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void one_more_than_allowed_never_comes(int concurrency) {
        List<Fleet.Member> members = world.members(4 + 2 * concurrency);
        CyclicBarrier oneMore = new CyclicBarrier(concurrency + 1);
        AtomicBoolean came = new AtomicBoolean();
        whileOthersWork(members, () -> {
            try {
                int _ = oneMore.await(300, MILLISECONDS);
                came.set(true);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException _) {
                // Nobody came, as it should be.
            }
        });
        assertThat(run(concurrency, 1, members).values()).allMatch(Outcome.Finished.class::isInstance);
        assertThat(came).isFalse();
    }

    /** Somebody knows of those already; they say nothing about the others. */
    @Test
    void members_that_were_parked_before_do_not_stop_the_fleet() {
        List<Fleet.Member> members = world.members(5);
        members.subList(0, 3).forEach(member -> world.fail(member, DIFFERS));
        List<Fleet.Member> parked =
                members.subList(0, 3).stream().map(world::parked).toList();
        List<Fleet.Member> all = new ArrayList<>(parked);
        all.addAll(members.subList(3, 5));
        assertThat(run(2, 1, all).values())
                .filteredOn(Outcome.Finished.class::isInstance)
                .hasSize(2);
    }

    /** The canary works alone. */
    private void whileOthersWork(List<Fleet.Member> members, Runnable action) {
        CredentialName canary = members.getFirst().credential().name();
        world.whileWorking = name -> {
            if (!name.equals(canary)) {
                action.run();
            }
        };
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void one_credential_given_many_times_is_renewed_once() {
        List<Fleet.Member> members = new ArrayList<>(world.members(1));
        Fleet.Member twin = world.members(1).getFirst();
        members.addAll(Collections.nCopies(10, twin));
        Map<CredentialName, Outcome> outcomes = run(10, 1, members);
        assertThat(outcomes).hasSize(2);
        assertThat(progress).hasSize(11);
        assertThat(world.entries(twin.credential().name()))
                .filteredOn(Entry.Issuing.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_journal_that_fails_stops_the_canaries() {
        List<Fleet.Member> members = world.members(3);
        world.journalFailsAfter = 0;
        assertThatExceptionOfType(JournalUnavailable.class).isThrownBy(() -> run(2, 5, members));
        assertThat(world.acquisitions).hasValue(1);
        assertThat(world.begun).isEmpty();
    }

    @Test
    void a_journal_that_fails_stops_all_that_have_not_begun() {
        List<Fleet.Member> members = world.members(10);
        world.journalFailsAfter = 1;
        assertThatExceptionOfType(JournalUnavailable.class).isThrownBy(() -> run(1, 5, members));
        assertThat(world.acquisitions).hasValue(2);
        assertThat(world.begun).hasSize(1);
        assertThat(progress).hasSize(9);
    }
}
