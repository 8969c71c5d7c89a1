package dev.koshin.renew;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.journal.Entry;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.plan.Policy;
import dev.koshin.renew.Order.Wish;
import dev.koshin.spi.Held;
import dev.koshin.testkit.Calls.Fault;
import dev.koshin.testkit.Calls.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Workers die, stand still and lose answers, while people write old and foreign values into the targets and give
 * orders. However it goes, no target holds a dead token, and no token is revoked that no renewal replaced or made, and
 * what lives on in no target is reported.
 */
final class RandomWalkTest {
    private static final int WALKS_PER_BLOCK = 100;
    private static final int STEPS = 12;
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<Set<Wish>> ORDERS = List.of(
            Set.of(),
            Set.of(Wish.FORCE),
            Set.of(Wish.RETIRE_NOW),
            Set.of(Wish.RESUME),
            Set.of(Wish.RESUME, Wish.REPLACE),
            Set.of(Wish.REPLACE, Wish.FORCE, Wish.RETIRE_NOW));

    static IntStream blocks() {
        return IntStream.range(0, 10);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void whatever_people_and_faults_do_no_target_holds_a_dead_token(int block) {
        for (int seed = block * WALKS_PER_BLOCK; seed < (block + 1) * WALKS_PER_BLOCK; seed++) {
            new Walk(seed).go();
        }
    }

    private static final class Walk {
        private final World world = new World(2, Policy.DEFAULT);
        private final List<TokenId> foreign = new ArrayList<>();
        private final List<String> log = new ArrayList<>();
        private final Random random;

        Walk(int seed) {
            random = new Random(seed);
            log.add("seed " + seed);
        }

        void go() {
            for (int i = 0; i < STEPS; i++) {
                step();
                assertThat(world.brokenMoments).as("%s", log).isEmpty();
            }
            end();
        }

        private <T> T any(List<T> things) {
            return things.get(random.nextInt(things.size()));
        }

        private void step() {
            switch (random.nextInt(9)) {
                case 3 -> adopt();
                case 0 -> putBack();
                case 1 -> putForeign();
                case 2 -> wait(Duration.ofHours(random.nextInt(10)));
                default -> work();
            }
        }

        private void wait(Duration time) {
            log.add("wait " + time);
            world.clock.advance(time);
        }

        /** Somebody restores a value that still works. */
        private void putBack() {
            List<Secret> live = world.gitlab.everyValue().stream()
                    .filter(world.gitlab::accepts)
                    .toList();
            put(any(live));
        }

        private void putForeign() {
            var made = world.gitlab.plant(
                    world.account, "by hand", new TreeSet<>(List.of("api")), LocalDate.of(2027, 11, 1));
            foreign.add(made.token().id());
            put(made.secret());
        }

        private void put(Secret secret) {
            int row = random.nextInt(2);
            log.add("put " + secret.fingerprint() + " into " + row);
            world.put(row, secret);
        }

        /** Somebody says that what is there counts; its worker may die, too. */
        private void adopt() {
            Fault fault = new Fault(random.nextInt(12), any(KINDS));
            log.add(fault + " adopt -> " + world.with(List.of(fault)).adoptOnce());
            wait(Duration.ofMinutes(11));
        }

        private void work() {
            Fault fault = new Fault(random.nextInt(40), any(KINDS));
            Set<Wish> wishes = any(ORDERS);
            Optional<Outcome> outcome = world.with(List.of(fault)).oneProcess(new Order(wishes));
            log.add(fault + " " + wishes + " -> " + outcome);
            wait(Duration.ofMinutes(11));
        }

        private void end() {
            log.add("end");
            World undisturbed = world.with(List.of());
            Outcome last = undisturbed.run(Wish.RESUME, Wish.REPLACE, Wish.RETIRE_NOW);
            if (last instanceof Outcome.Parked) {
                last = undisturbed.run(Wish.RESUME, Wish.REPLACE, Wish.RETIRE_NOW);
            }
            assertThat(last).as("%s", log).isInstanceOfAny(Outcome.Finished.class, Outcome.NotNeeded.class);
            assertThat(world.brokenMoments).as("%s", log).isEmpty();
            assertThat(world.journal.unfinished()).as("%s", log).isEmpty();
            assertThat(world.look().live()).as("%s", log).hasSize(1);
            assertThat(world.held()).as("%s", log).doesNotContain(new Held.Nothing());
            assertThat(world.held()).as("%s", log).containsOnly(world.held().getFirst());
            List<TokenId> live = live();
            foreign.removeAll(replaced());
            assertThat(live).as("%s", log).containsAll(foreign);
            live.removeAll(world.look().strays().stream().map(Token::id).toList());
            assertThat(live).as("%s", log).hasSize(1);
        }

        /**
         * A token that was in a target when a renewal began is one that this renewal replaces, whoever made it; one
         * that a person adopted is Koshin's own from then on.
         */
        private List<TokenId> replaced() {
            return world.entries().stream()
                    .flatMap(entry -> switch (entry) {
                        case Entry.Started started -> started.old().stream().flatMap(old -> old.id().stream());
                        case Entry.Adopted adopted -> Stream.of(adopted.token().id());
                        default -> Stream.of();
                    })
                    .toList();
        }

        private List<TokenId> live() {
            return new ArrayList<>(
                    world.gitlab.live(world.account).stream().map(Token::id).toList());
        }
    }
}
