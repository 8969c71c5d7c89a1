package dev.koshin.matrix;

import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;
import dev.koshin.renew.Order;
import dev.koshin.renew.Order.Wish;
import dev.koshin.renew.Outcome;
import dev.koshin.simulator.control.TokenView;
import dev.koshin.testkit.Calls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A random story of 5 to 25 steps: renewals into which faults and crashes strike, restarts, jumps of the clock, and
 * people who revoke, rotate, make and adopt tokens and write into targets. Then people see to what they broke, and
 * Koshin runs until nothing is left to do. The seed decides everything.
 */
final class Walk implements Tally.Story {
    private static final int FEWEST_STEPS = 5;
    private static final int MOST_STEPS = 25;
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofMinutes(11);
    private static final List<Set<Wish>> ORDERS = List.of(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(Wish.RETIRE_NOW),
            Set.of(Wish.FORCE),
            Set.of(Wish.FORCE, Wish.RETIRE_NOW),
            Set.of(Wish.RESUME),
            Set.of(Wish.RESUME, Wish.REPLACE),
            Set.of(Wish.REPLACE, Wish.FORCE, Wish.RETIRE_NOW));
    private static final List<Calls.Kind> KINDS = List.of(
            Calls.Kind.CRASH_BEFORE, Calls.Kind.CRASH_AFTER, Calls.Kind.UNCLEAR_NOT_DONE, Calls.Kind.UNCLEAR_DONE);

    private final long seed;
    private final String profile;
    private final List<String> log = new ArrayList<>();

    /** The profiles take turns. */
    Walk(long seed) {
        this.seed = seed;
        this.profile = Releases.ALL.get(Math.floorMod(seed, Releases.ALL.size()));
    }

    @Override
    public String toString() {
        return "seed=" + seed + " profile=" + profile + " " + log;
    }

    @Override
    public List<String> play() {
        SplittableRandom random = new SplittableRandom(seed);
        try (Site site = new Site(profile, Site.TODAY.plusDays(random.nextInt(-5, 90)))) {
            Steps steps = new Steps(site, random);
            int number = random.nextInt(FEWEST_STEPS, MOST_STEPS + 1);
            for (int i = 0; i < number && steps.watch.broken().isEmpty(); i++) {
                steps.step();
            }
            return steps.end();
        }
    }

    private final class Steps {
        private final Site site;
        private final SplittableRandom random;
        private final Watch watch;
        private final Hand hand;
        private final Worker worker;

        Steps(Site site, SplittableRandom random) {
            this.site = site;
            this.random = random;
            this.watch = new Watch(site);
            this.hand = new Hand(site, watch);
            this.worker = new Worker(site, watch, random);
        }

        private <T> T any(List<T> things) {
            return things.get(random.nextInt(things.size()));
        }

        void step() {
            switch (random.nextInt(12)) {
                case 4 -> adopt();
                case 0, 1 -> people();
                case 2 -> write();
                case 3 -> jump();
                default -> work();
            }
        }

        private void work() {
            Set<Wish> wishes = any(ORDERS);
            List<Calls.Fault> faults =
                    random.nextInt(3) == 0 ? List.of(new Calls.Fault(random.nextInt(32), any(KINDS))) : List.of();
            Optional<Mishap> mishap = random.nextInt(2) == 0 ? Optional.of(any(Mishap.QUICK)) : Optional.empty();
            int nth = random.nextInt(1, 8);
            mishap.ifPresent(one -> site.control.addFault(one.at(nth)));
            Optional<Outcome> outcome = worker.run(Site.PATIENT, faults, new Order(wishes));
            site.control.clearFaults();
            log.add("run " + wishes + faults
                    + mishap.map(one -> " " + one + " at " + nth).orElse("") + " -> "
                    + outcome.map(Object::toString).orElse("died"));
            site.control.advanceClock(LONGER_THAN_A_LEASE);
        }

        private void adopt() {
            List<Calls.Fault> faults =
                    random.nextInt(3) == 0 ? List.of(new Calls.Fault(random.nextInt(8), any(KINDS))) : List.of();
            Optional<Outcome> outcome = worker.adopt(faults);
            log.add("adopt " + faults + " -> " + outcome.map(Object::toString).orElse("died"));
            site.control.advanceClock(LONGER_THAN_A_LEASE);
        }

        private void jump() {
            Duration by = switch (random.nextInt(4)) {
                case 0 -> Duration.ofDays(random.nextInt(1, 40));
                case 1 -> Duration.ofDays(30L * random.nextInt(1, 14));
                default -> Duration.ofHours(random.nextInt(1, 48));
            };
            log.add("wait " + by);
            site.control.advanceClock(by);
        }

        private void people() {
            List<TokenView> live = hand.live();
            switch (random.nextInt(11)) {
                case 10 -> lag();
                case 0 -> hand.in(any(Site.ROWS)).ifPresent(this::revoke);
                case 1 -> live.stream().reduce((_, last) -> last).ifPresent(this::revoke);
                case 2 -> live.stream().findFirst().ifPresent(this::revoke);
                case 3 -> hand.in(any(Site.ROWS)).ifPresent(this::rotate);
                case 4 -> switchTo("admin mode", true);
                case 5 -> switchTo("admin mode", false);
                case 6 -> switchTo("block", true);
                case 7 -> switchTo("block", false);
                default -> {
                    log.add("make");
                    Optional<Secret> _ = hand.make();
                }
            }
        }

        /** Longer than a replica is behind, and not longer than Koshin waits for a new token. */
        private void lag() {
            Duration lag = Duration.ofMillis(random.nextInt(1200));
            log.add("lag " + lag);
            site.replicaLag(lag);
        }

        private void switchTo(String what, boolean on) {
            log.add(what + " " + on);
            if (what.equals("block")) {
                hand.block(on);
            } else {
                site.adminMode(on);
            }
        }

        private void revoke(TokenView token) {
            log.add("revoke " + token.id());
            hand.revoke(token);
        }

        /** Half of those who rotate a token write the new value where the old one was. */
        private void rotate(TokenView token) {
            Optional<Secret> value = hand.rotate(token);
            boolean written = random.nextBoolean();
            log.add("rotate " + token.id() + " to " + value.map(Secret::fingerprint) + (written ? ", write" : ""));
            if (written) {
                value.ifPresent(secret -> Site.ROWS.forEach(row -> hand.put(row, secret)));
            }
        }

        private void write() {
            Secret value = switch (random.nextInt(6)) {
                case 0 -> Secret.of("garbage-" + random.nextInt(1000));
                case 1 -> Site.NEIGHBOURS;
                default -> any(hand.values());
            };
            List<TargetName> where = switch (random.nextInt(5)) {
                case 0 -> List.of(Site.ELSEWHERE);
                case 1 -> Site.ROWS;
                default -> List.of(any(Site.ROWS));
            };
            log.add("write " + value.fingerprint() + " into " + where);
            where.forEach(target -> hand.put(target, value));
        }

        /**
         * A neighbour that holds our token holds back its revocation, so it gets its own back first; and whoever sees
         * that our rows hold a neighbour's token, which works, gives the order to replace it.
         */
        List<String> end() {
            List<String> before = watch.broken();
            if (!before.isEmpty()) {
                return before;
            }
            log.add("end");
            hand.restore();
            if (hand.strangerInARow()) {
                log.add("replace -> " + worker.run(Wish.RESUME, Wish.FORCE, Wish.REPLACE));
            }
            Ending ending = new Ending(site, watch, worker);
            Outcome last = ending.settle();
            return ending.wrong(last, List.of("api"), hand.others());
        }
    }
}
