package dev.koshin.matrix;

import dev.koshin.inventory.Credential;
import dev.koshin.inventory.Gathered;
import dev.koshin.inventory.Inventory;
import dev.koshin.issuer.gitlabrest.GitLabRest;
import dev.koshin.journal.JournalUnavailable;
import dev.koshin.model.CredentialName;
import dev.koshin.model.TargetName;
import dev.koshin.plan.Observation;
import dev.koshin.plan.Policy;
import dev.koshin.renew.Order;
import dev.koshin.renew.Outcome;
import dev.koshin.renew.Renewals;
import dev.koshin.renew.Tools;
import dev.koshin.spi.Consumers;
import dev.koshin.spi.Held;
import dev.koshin.spi.Target;
import dev.koshin.testkit.Calls;
import dev.koshin.testkit.Crash;
import dev.koshin.testkit.FakePlace;
import dev.koshin.testkit.Intercepted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Koshin as one process after another runs it at a {@link Site}: looks, remembers, works. */
final class Worker {
    private final Site site;
    private final Watch watch;
    private final RandomGenerator random;

    Worker(Site site, Watch watch, RandomGenerator random) {
        this.site = site;
        this.watch = watch;
        this.random = random;
    }

    /** What an undisturbed process comes to. */
    Outcome run(Order.Wish... wishes) {
        return run(Site.PATIENT, List.of(), new Order(Set.of(wishes))).orElseThrow();
    }

    /** Empty if the process died, or lost its journal. {@code patience}: how long it waits for an answer. */
    Optional<Outcome> run(Duration patience, List<Calls.Fault> faults, Order order) {
        watch.ordered(order);
        try (GitLabRest gitlab = site.client(patience)) {
            return run(gitlab, faults, order);
        }
    }

    /** As {@link #run(Duration, List, Order)}, for a person who adopts. */
    Optional<Outcome> adopt(List<Calls.Fault> faults) {
        try (GitLabRest gitlab = site.client(Site.PATIENT)) {
            return work(gitlab, faults, Renewals::adopt);
        }
    }

    private Optional<Outcome> run(GitLabRest gitlab, List<Calls.Fault> faults, Order order) {
        return work(gitlab, faults, (renewals, ours, seen) -> renewals.run(ours, seen, order));
    }

    /** What a process does with what it saw. */
    private interface Job {
        Outcome of(Renewals renewals, Credential ours, Observation seen);
    }

    private Optional<Outcome> work(GitLabRest gitlab, List<Calls.Fault> faults, Job job) {
        Intercepted intercepted = new Intercepted(new Calls(faults, watch::check, () -> {}));
        try {
            Credential ours = ours(intercepted, gitlab);
            Gathered gathered = gather(gitlab, ours);
            site.journal.remember(gathered.learned());
            Tools tools = new Tools(intercepted.journal(site.journal), site.clock, site.control::advanceClock, random);
            return Optional.of(job.of(new Renewals(tools), ours, gathered.of(Site.OURS)));
        } catch (Crash | JournalUnavailable _) {
            return Optional.empty();
        } finally {
            watch.check();
        }
    }

    /** Looks without writing anything, and without faults. */
    Gathered look() {
        try (GitLabRest gitlab = site.client(Site.PATIENT)) {
            return gather(gitlab, ours(new Intercepted(new Calls(List.of(), () -> {}, () -> {})), gitlab));
        }
    }

    private Gathered gather(GitLabRest gitlab, Credential ours) {
        Credential neighbour = credential(
                Site.NEIGHBOUR,
                Site.NEIGHBOUR_NAME,
                new Intercepted(new Calls(List.of(), () -> {}, () -> {})),
                gitlab,
                List.of(target(site.elsewhere, Site.ELSEWHERE)));
        return new Inventory(site.journal, site.journal, gitlab.catalog(), site.clock)
                .gather(List.of(ours), List.of(ours, neighbour));
    }

    private Credential ours(Intercepted intercepted, GitLabRest gitlab) {
        List<Target> rows =
                Site.ROWS.stream().map(row -> target(site.place, row)).toList();
        return credential(Site.OURS, Site.USER_NAME, intercepted, gitlab, rows);
    }

    private static Credential credential(
            CredentialName name, String user, Intercepted intercepted, GitLabRest gitlab, List<Target> targets) {
        return new Credential(
                name,
                user,
                intercepted.issuer(gitlab.issuer(user)),
                targets.stream().map(intercepted::target).toList(),
                intercepted.consumers(Consumers.readingEachTime()),
                Policy.DEFAULT,
                new TreeSet<>(Site.SCOPES));
    }

    /** A target that is there already, which putting back what it holds gives a handle of. */
    private static Target target(FakePlace place, TargetName name) {
        return place.put(name, place.held().getOrDefault(name, new Held.Nothing()));
    }
}
