package dev.koshin.renew;

import dev.koshin.inventory.Credential;
import dev.koshin.inventory.Inventory;
import dev.koshin.journal.Claim;
import dev.koshin.journal.Entry;
import dev.koshin.journal.Journal;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.journal.Lease;
import dev.koshin.journal.Past;
import dev.koshin.journal.Recorded;
import dev.koshin.journal.Trail;
import dev.koshin.model.Account;
import dev.koshin.model.CredentialName;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TargetName;
import dev.koshin.model.Token;
import dev.koshin.plan.Observation;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Issued;
import dev.koshin.spi.Issuer;
import dev.koshin.spi.TokenRequest;
import dev.koshin.testkit.FakeGitLab;
import dev.koshin.testkit.FakePlace;
import dev.koshin.testkit.MemoryJournal;
import dev.koshin.testkit.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Many credentials, each with a GitLab and a place of its own, and one journal that they share. */
final class FleetWorld {
    final List<CredentialName> begun = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger acquisitions = new AtomicInteger();
    Consumer<CredentialName> whileWorking = _ -> {};
    int journalFailsAfter = Integer.MAX_VALUE;
    private final SettableClock clock = new SettableClock(World.START);
    private final MemoryJournal journal = new MemoryJournal(clock);
    private final Map<CredentialName, Problem> failing = new ConcurrentHashMap<>();
    private final Map<CredentialName, Integer> atOnce = new ConcurrentHashMap<>();
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();

    /** That many more credentials that are due. */
    List<Fleet.Member> members(int number) {
        return IntStream.range(0, number).mapToObj(_ -> member()).toList();
    }

    private Fleet.Member member() {
        CredentialName name = new CredentialName("org-%02d".formatted(made.getAndIncrement()));
        FakeGitLab gitlab = new FakeGitLab(clock);
        Account account = gitlab.user(name.value());
        TreeSet<String> scopes = new TreeSet<>(List.of("api"));
        Issued old = gitlab.plant(account, "old", scopes, LocalDate.of(2026, 12, 1));
        FakePlace place = new FakePlace();
        Credential credential = new Credential(
                name,
                account.name(),
                watched(name, gitlab.issuer(account.name())),
                List.of(place.put(new TargetName("row"), new Held.Value(old.secret()))),
                Consumers.readingEachTime(),
                World.AT_ONCE,
                scopes);
        return new Fleet.Member(
                credential,
                new Inventory(journal, journal, gitlab, clock)
                        .gather(List.of(credential), List.of(credential))
                        .of(name));
    }

    private Issuer watched(CredentialName name, Issuer issuer) {
        return new IssuerAround(issuer) {
            @Override
            public Effect<Account> preflight(Optional<Token> old) {
                begun.add(name);
                return Optional.ofNullable(failing.get(name))
                        .<Effect<Account>>map(Effect.Refused::new)
                        .orElseGet(() -> super.preflight(old));
            }

            @Override
            public Effect<Issued> issue(TokenRequest request) {
                atOnce.put(name, working.incrementAndGet());
                whileWorking.accept(name);
                working.decrementAndGet();
                return super.issue(request);
            }
        };
    }

    /** This member after its renewal was parked, seen anew. */
    Fleet.Member parked(Fleet.Member member) {
        CredentialName name = member.credential().name();
        RenewalId renewal = RenewalId.random(new Random(name.hashCode()));
        Lease lease = ((Claim.Granted) journal.acquire(name, Duration.ofMinutes(1))).lease();
        Problem problem = Problem.of(Reason.USER_DIFFERS);
        journal.release(
                lease, List.of(new Entry.Started(renewal, name, List.of(), "due"), new Entry.Parked(renewal, problem)));
        Observation seen = member.seen();
        Trail open =
                Trail.of(Optional.ofNullable(journal.unfinished().get(name)).orElseThrow());
        return new Fleet.Member(
                member.credential(),
                new Observation(
                        name,
                        seen.at(),
                        seen.seen(),
                        Optional.of(open),
                        seen.strays(),
                        seen.leaving(),
                        seen.holders(),
                        Past.NONE));
    }

    /** This member's GitLab refuses from now on. */
    void fail(Fleet.Member member, Problem problem) {
        failing.put(member.credential().name(), problem);
    }

    /** The largest number that worked at a time. */
    int mostAtOnce() {
        return atOnce.values().stream().mapToInt(many -> many).max().orElse(0);
    }

    /** The largest number that worked at a time when one of these began to. */
    int atOnceDuring(Collection<CredentialName> names) {
        return names.stream()
                .mapToInt(name -> atOnce.getOrDefault(name, 0))
                .max()
                .orElse(0);
    }

    List<CredentialName> names(List<Fleet.Member> members) {
        return members.stream().map(member -> member.credential().name()).toList();
    }

    List<Entry> entries(CredentialName name) {
        return journal.history(Set.of(name), 1000).stream().map(Recorded::entry).toList();
    }

    Renewals renewals() {
        return new Renewals(new Tools(new Failing(journal), clock, _ -> {}, new Random(7)));
    }

    private final class Failing implements Journal {
        private final Journal inner;

        Failing(Journal inner) {
            this.inner = inner;
        }

        @Override
        public Claim acquire(CredentialName credential, Duration time) {
            if (acquisitions.getAndIncrement() >= journalFailsAfter) {
                throw new JournalUnavailable(
                        Problem.of(Reason.JOURNAL_UNAVAILABLE), new IllegalStateException("disk full"));
            }
            return inner.acquire(credential, time);
        }

        @Override
        public void append(Lease lease, List<Entry> entries) {
            inner.append(lease, entries);
        }

        @Override
        public void release(Lease lease, List<Entry> last) {
            inner.release(lease, last);
        }

        @Override
        public Map<CredentialName, List<Recorded>> unfinished() {
            return inner.unfinished();
        }

        @Override
        public Map<CredentialName, Past> pasts() {
            return inner.pasts();
        }

        @Override
        public List<Recorded> history(Set<CredentialName> credentials, int limit) {
            return inner.history(credentials, limit);
        }
    }
}
