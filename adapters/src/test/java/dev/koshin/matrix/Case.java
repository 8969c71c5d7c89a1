package dev.koshin.matrix;

import dev.koshin.renew.Order;
import dev.koshin.renew.Outcome;
import dev.koshin.simulator.fault.Effect;
import dev.koshin.simulator.fault.Fault;
import dev.koshin.simulator.fault.When;
import dev.koshin.simulator.traffic.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One mishap at one call of one run: a renewal of a new credential, or the retirement that follows it. */
record Case(String profile, Beginning beginning, int nth, String call, Mishap mishap) implements Tally.Story {
    /** From where the run with the mishap starts. */
    enum Beginning {
        /** The token lives, and is due. */
        DUE,
        /** The token's last day is over. */
        EXPIRED,
        /** A renewal lost the answer to its request, so that a leftover must be found and swept. */
        LOST,
        /** A new token is proven, and the old one's grace is over. */
        PROVEN
    }

    private static final Duration GRACE = Duration.ofHours(25);

    /** Every mishap at every call that an undisturbed run from {@code beginning} makes. */
    static Stream<Case> all(String profile, Beginning beginning) {
        List<LoggedRequest> calls = undisturbed(profile, beginning);
        return IntStream.range(0, calls.size()).boxed().flatMap(i -> {
            LoggedRequest call = calls.get(i);
            String name = call.method() + " " + call.target().replaceAll("[?].*", "");
            return Mishap.ALL.stream().map(mishap -> new Case(profile, beginning, i + 1, name, mishap));
        });
    }

    private static List<LoggedRequest> undisturbed(String profile, Beginning beginning) {
        try (Site site = site(profile, beginning)) {
            Worker worker = worker(site, new Watch(site));
            prepare(site, worker, beginning);
            long before = site.lastRequest();
            Outcome _ = worker.run();
            return site.control.requestsSince(before);
        }
    }

    private static Site site(String profile, Beginning beginning) {
        return new Site(profile, Site.TODAY.plusDays(beginning == Beginning.EXPIRED ? -3 : 20));
    }

    private static Worker worker(Site site, Watch watch) {
        return new Worker(site, watch, new Random(7));
    }

    private static void prepare(Site site, Worker worker, Beginning beginning) {
        switch (beginning) {
            case DUE, EXPIRED -> {}
            case PROVEN -> {
                Outcome _ = worker.run();
                site.control.advanceClock(GRACE);
            }
            case LOST -> {
                site.control.addFault(Fault.once("POST", "tokens$", When.AFTER, new Effect.Drop()));
                Outcome _ = worker.run();
                site.control.clearFaults();
                site.control.advanceClock(GRACE);
            }
        }
    }

    @Override
    public List<String> play() {
        try (Site site = site(profile, beginning)) {
            Watch watch = new Watch(site);
            Worker worker = worker(site, watch);
            prepare(site, worker, beginning);
            site.control.addFault(mishap.at(nth));
            Optional<Outcome> _ =
                    worker.run(mishap.late() ? Mishap.HASTE : Site.PATIENT, List.of(), new Order(Set.of()));
            site.awaitFaults();
            site.control.clearFaults();
            Ending ending = new Ending(site, watch, worker);
            Outcome last = ending.settle();
            return ending.wrong(last, scopes(), Set.of());
        }
    }

    private List<String> scopes() {
        return beginning == Beginning.EXPIRED ? List.of("api") : List.of("api", "read_user");
    }
}
