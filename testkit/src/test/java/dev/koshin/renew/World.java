package dev.koshin.renew;

import dev.koshin.inventory.Credential;
import dev.koshin.inventory.Inventory;
import dev.koshin.journal.Journal;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.model.Account;
import dev.koshin.model.CredentialName;
import dev.koshin.model.TargetName;
import dev.koshin.model.Use;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Policy;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Target;
import dev.koshin.testkit.Calls;
import dev.koshin.testkit.Crash;
import dev.koshin.testkit.FakeGitLab;
import dev.koshin.testkit.FakePlace;
import dev.koshin.testkit.Intercepted;
import dev.koshin.testkit.MemoryJournal;
import dev.koshin.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** One credential with its GitLab user, its targets and a journal; and workers that die or stand still. */
final class World {
    static final Instant START = Instant.parse("2026-11-24T00:30:00Z");
    static final CredentialName NAME = new CredentialName("exastro/organization/test-org-01");
    static final Policy AT_ONCE = new Policy(365, Duration.ofDays(60), Duration.ZERO, 0);
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofMinutes(11);
    private static final int ENOUGH = 15;

    final SettableClock clock = new SettableClock(START);
    final FakeGitLab gitlab = new FakeGitLab(clock);
    final Account account = gitlab.user("ITA_ORG_A");
    final FakePlace place = new FakePlace();
    final MemoryJournal journal = new MemoryJournal(clock);
    final Issued old = gitlab.plant(account, account.name(), new TreeSet<>(List.of("api")), LocalDate.of(2026, 12, 1));
    final TreeSet<Use> uses = new TreeSet<>();
    final List<String> brokenMoments = new ArrayList<>();
    private final List<Target> targets;
    private final Policy policy;
    private final Random random = new Random(7);
    private Calls calls = new Calls(List.of(), () -> {}, () -> {});

    World(int targets, Policy policy) {
        this.policy = policy;
        this.targets = IntStream.range(0, targets)
                .mapToObj(i -> place.put(new TargetName("row-" + i), new Held.Value(old.secret())))
                .toList();
    }

    /** The calls of the workers from now on go wrong in these ways. */
    World with(List<Calls.Fault> faults) {
        calls = new Calls(faults, this::check, this::rival);
        return this;
    }

    int callsMade() {
        return calls.made();
    }

    /** I1: every target holds a token that works. */
    private void check() {
        place.held().forEach((target, held) -> {
            if (!(held instanceof Held.Value(var secret)) || !gitlab.accepts(secret)) {
                brokenMoments.add(target + " at call " + calls.made());
            }
        });
    }

    private void rival() {
        clock.advance(LONGER_THAN_A_LEASE);
        Calls undisturbed = new Calls(List.of(), this::check, () -> {});
        for (int i = 0; i < 3; i++) {
            Outcome _ = worker(undisturbed, Order.BY_PLAN);
        }
        clock.advance(LONGER_THAN_A_LEASE);
    }

    /** Starts workers, one after the other has died or stopped, until one says that nothing is left to do. */
    Outcome settle() {
        for (int i = 0; i < ENOUGH; i++) {
            Optional<Outcome> outcome = oneProcess(Order.BY_PLAN);
            if (outcome.filter(World::settled).isPresent()) {
                return outcome.get();
            }
            clock.advance(LONGER_THAN_A_LEASE);
        }
        throw new IllegalStateException("still not settled: " + journal.history(java.util.Set.of(), 1000));
    }

    private static boolean settled(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished _, Outcome.NotNeeded _, Outcome.Parked _, Outcome.Proven _ -> true;
            case Outcome.Failed _, Outcome.Busy _ -> false;
        };
    }

    /** Empty if the process died or lost its journal. */
    Optional<Outcome> oneProcess(Order order) {
        try {
            return Optional.of(worker(calls, order));
        } catch (Crash | JournalUnavailable _) {
            return Optional.empty();
        }
    }

    private Outcome worker(Calls itsCalls, Order order) {
        Credential credential = credential(new Intercepted(itsCalls));
        Journal itsJournal = new Intercepted(itsCalls).journal(journal);
        return new Renewals(new Tools(itsJournal, clock, clock::advance, random))
                .run(credential, look(credential), order);
    }

    /** What an inventory sees; without faults. */
    Observation look() {
        return look(credential(new Intercepted(new Calls(List.of(), () -> {}, () -> {}))));
    }

    private Observation look(Credential credential) {
        return new Inventory(journal, journal, gitlab, clock)
                .gather(List.of(credential))
                .of(NAME);
    }

    private Credential credential(Intercepted intercepted) {
        return new Credential(
                NAME,
                account.name(),
                intercepted.issuer(gitlab.issuer(account.name())),
                targets.stream().map(intercepted::target).toList(),
                intercepted.consumers(consumers()),
                policy,
                new TreeSet<>(List.of("api")));
    }

    private Consumers consumers() {
        return new Consumers() {
            @Override
            public Effect<List<String>> apply() {
                return new Effect.Done<>(List.of("reader"));
            }

            @Override
            public Effect<SortedSet<Use>> running() {
                return new Effect.Done<>(new TreeSet<>(uses));
            }
        };
    }
}
