package dev.koshin.renew;

import dev.koshin.inventory.Credential;
import dev.koshin.inventory.Inventory;
import dev.koshin.journal.Entry;
import dev.koshin.journal.Journal;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.Recorded;
import dev.koshin.model.Account;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.model.Use;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Policy;
import dev.koshin.spi.Backup;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.Target;
import dev.koshin.testkit.Calls;
import dev.koshin.testkit.Crash;
import dev.koshin.testkit.FakeGitLab;
import dev.koshin.testkit.FakePlace;
import dev.koshin.testkit.Intercepted;
import dev.koshin.testkit.MemoryBackup;
import dev.koshin.testkit.MemoryJournal;
import dev.koshin.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
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
    final MemoryBackup backup = new MemoryBackup();
    final MemoryJournal journal = new MemoryJournal(clock);
    final Issued old = gitlab.plant(account, account.name(), new TreeSet<>(List.of("api")), LocalDate.of(2026, 12, 1));
    final TreeSet<Use> uses = new TreeSet<>();
    final List<String> brokenMoments = new CopyOnWriteArrayList<>();
    UnaryOperator<Issuer> issuer = UnaryOperator.identity();
    UnaryOperator<Target> target = UnaryOperator.identity();
    UnaryOperator<Consumers> consumer = UnaryOperator.identity();
    UnaryOperator<Journal> scribe = UnaryOperator.identity();
    UnaryOperator<Backup> vault = UnaryOperator.identity();
    final List<Credential> neighbours = new ArrayList<>();
    private final List<Target> targets;
    private final Policy policy;
    private final Random random = new Random(7);
    private Calls calls = new Calls(List.of(), () -> {}, () -> {});

    World(int targets, Policy policy) {
        this.policy = policy;
        this.targets = IntStream.range(0, targets)
                .mapToObj(i -> place.put(row(i), new Held.Value(old.secret())))
                .toList();
    }

    /** One worker, from looking to its outcome, with the calls as the fields above change them. */
    Outcome run(Order.Wish... wishes) {
        return worker(calls, new Order(Set.of(wishes)));
    }

    /** A person adopts what the targets hold, with the calls as the fields above change them. */
    Outcome adopt() {
        Intercepted intercepted = new Intercepted(calls);
        Credential credential = credential(intercepted);
        return new Renewals(new Tools(scribe.apply(intercepted.journal(journal)), clock, clock::advance, random))
                .adopt(credential, look(credential));
    }

    /** A person who rolls back, with the key at hand. */
    Outcome rollBack(Order.Wish... wishes) {
        Intercepted intercepted = new Intercepted(calls);
        Credential credential = credential(intercepted);
        Observation seen = look(credential);
        Optional<Backup.Sealed> kept = seen.open()
                .flatMap(trail -> backup.all().stream()
                        .filter(one -> one.renewal().equals(trail.renewal()))
                        .findFirst());
        return renewals(intercepted).rollBack(credential, seen, new Order(Set.of(wishes)), kept);
    }

    /** As {@link #rollBack}; empty if the process died or lost its journal. */
    Optional<Outcome> rollBackOnce(Order.Wish... wishes) {
        try {
            return Optional.of(rollBack(wishes));
        } catch (Crash | JournalUnavailable _) {
            return Optional.empty();
        }
    }

    /** One worker that looked a while ago. */
    Outcome run(Observation before, Order.Wish... wishes) {
        return worker(calls, before, new Order(Set.of(wishes)));
    }

    /** Another credential of the same user, whose only target holds {@code secret}; answers where. */
    FakePlace neighbour(CredentialName name, Secret secret) {
        FakePlace elsewhere = new FakePlace();
        neighbours.add(new Credential(
                name,
                account.name(),
                gitlab.issuer(account.name()),
                List.of(elsewhere.put(row(0), new Held.Value(secret))),
                Consumers.readingEachTime(),
                policy,
                new TreeSet<>()));
        return elsewhere;
    }

    /** What each target holds. */
    List<Held> held() {
        return IntStream.range(0, targets.size())
                .mapToObj(i -> place.held().getOrDefault(row(i), new Held.Nothing()))
                .toList();
    }

    /** Somebody else writes into a target. */
    void put(int row, Secret secret) {
        Target _ = place.put(row(row), new Held.Value(secret));
    }

    static TargetName row(int number) {
        return new TargetName("row-" + number);
    }

    /** All that was written about the credential, oldest first. */
    List<Entry> entries() {
        return journal.history(Set.of(NAME), 1000).stream().map(Recorded::entry).toList();
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
        throw new IllegalStateException("still not settled: " + entries());
    }

    private static boolean settled(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Finished _,
                    Outcome.Adopted _,
                    Outcome.RolledBack _,
                    Outcome.Restored _,
                    Outcome.NotNeeded _,
                    Outcome.Parked _,
                    Outcome.Proven _ -> true;
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

    /** As {@link #oneProcess}, for a person who adopts. */
    Optional<Outcome> adoptOnce() {
        try {
            return Optional.of(adopt());
        } catch (Crash | JournalUnavailable _) {
            return Optional.empty();
        }
    }

    private Outcome worker(Calls itsCalls, Order order) {
        return worker(itsCalls, look(credential(new Intercepted(itsCalls))), order);
    }

    private Outcome worker(Calls itsCalls, Observation seen, Order order) {
        Intercepted intercepted = new Intercepted(itsCalls);
        return renewals(intercepted).run(credential(intercepted), seen, order);
    }

    private Renewals renewals(Intercepted intercepted) {
        Journal itsJournal = scribe.apply(intercepted.journal(journal));
        return new Renewals(
                new Tools(itsJournal, clock, clock::advance, random, vault.apply(intercepted.backup(backup))));
    }

    /** What an inventory sees; without faults. */
    Observation look() {
        return look(credential(new Intercepted(new Calls(List.of(), () -> {}, () -> {}))));
    }

    private Observation look(Credential credential) {
        List<Credential> all = new ArrayList<>(neighbours);
        all.add(credential);
        return new Inventory(journal, journal, gitlab, clock)
                .gather(List.of(credential), all)
                .of(NAME);
    }

    private Credential credential(Intercepted intercepted) {
        return new Credential(
                NAME,
                account.name(),
                issuer.apply(intercepted.issuer(gitlab.issuer(account.name()))),
                targets.stream().map(intercepted::target).map(target).toList(),
                consumer.apply(intercepted.consumers(consumers())),
                policy,
                new TreeSet<>(List.of("api")));
    }

    private Consumers consumers() {
        return new ConsumersAround(
                _ -> new Effect.Done<>(List.of("reader")),
                () -> new Effect.Done<>(new TreeSet<>(uses)),
                (_, _) -> new Effect.Done<>(List.of()));
    }
}
