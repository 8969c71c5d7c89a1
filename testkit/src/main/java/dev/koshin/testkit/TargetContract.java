package dev.koshin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import dev.koshin.spi.Place;
import dev.koshin.spi.Target;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What the core relies on in every {@link Target}.
 *
 * <p>An implementing test offers a target over a place of its own, which holds {@link #FIRST}, and a way to read and to
 * overwrite that place behind the target's back. JUnit makes a new instance for each test, so the place is new too.
 */
public interface TargetContract {
    /** What the place holds at the beginning of each test. */
    Secret FIRST = Secret.of("glpat-first_-Aa1.Bb2Cc3D");

    /** What the tests deliver. */
    Secret FRESH = Secret.of("glpat-fresh_-Zz9.Yy8Xx7W");

    /** What somebody else writes. */
    Secret FOREIGN = Secret.of("glpat-other_-Mm5.Nn6Oo7P");

    /** The target under test; the same one at each call within one test. */
    Target target();

    /** Reads the place without the target. */
    Held stored();

    /** Writes the place without the target. */
    void overwrite(Held held);

    /** The most characters that the place can hold; empty if it has no bound. */
    default OptionalInt room() {
        return OptionalInt.empty();
    }

    /** Whether the place can exist and hold nothing. */
    default boolean mayBeEmpty() {
        return true;
    }

    /** A renewal begins with what the consumers use now. */
    @Test
    default void reads_what_is_there() {
        assertThat(done(target().read())).isEqualTo(new Held.Value(FIRST));
    }

    /** No answer comes from a memory: people and other programs write too. */
    @Test
    default void reads_what_somebody_else_wrote() {
        assertThat(done(target().read())).isEqualTo(new Held.Value(FIRST));
        overwrite(new Held.Value(FOREIGN));
        assertThat(done(target().read())).isEqualTo(new Held.Value(FOREIGN));
    }

    /** An empty place is not a missing one. */
    @Test
    default void reads_nothing_where_nothing_is() {
        assumeTrue(mayBeEmpty(), "this place cannot be empty");
        overwrite(new Held.Nothing());
        assertThat(done(target().read())).isEqualTo(new Held.Nothing());
    }

    /** What was delivered is there for everybody, not only for the target. */
    @Test
    default void delivers_and_reads_back() {
        Target.Receipt receipt = done(target().deliver(new Held.Value(FIRST), FRESH));
        assertThat(receipt.target()).isEqualTo(target().name());
        assertThat(done(target().read())).isEqualTo(new Held.Value(FRESH));
        assertThat(stored()).isEqualTo(new Held.Value(FRESH));
    }

    /** A renewal that lost its first token delivers a second one over it. */
    @Test
    default void delivers_again_over_what_it_delivered() {
        assertThat(done(target().deliver(new Held.Value(FIRST), FRESH))).isNotNull();
        assertThat(done(target().deliver(new Held.Value(FRESH), FOREIGN))).isNotNull();
        assertThat(stored()).isEqualTo(new Held.Value(FOREIGN));
    }

    /** A place that was emptied, or never filled, can be filled. */
    @Test
    default void delivers_over_nothing_when_nothing_is_expected() {
        assumeTrue(mayBeEmpty(), "this place cannot be empty");
        overwrite(new Held.Nothing());
        assertThat(done(target().deliver(new Held.Nothing(), FRESH))).isNotNull();
        assertThat(stored()).isEqualTo(new Held.Value(FRESH));
    }

    /** What nobody looked at is never overwritten, and a refusal leaves no trace. */
    @Test
    default void refuses_when_it_holds_something_else_than_expected() {
        SortedMap<Place.Cell, String> before = look().cells();
        assertThat(problem(target().deliver(new Held.Value(FOREIGN), FRESH)).reason())
                .isEqualTo(Reason.TARGET_CHANGED);
        assertThat(stored()).isEqualTo(new Held.Value(FIRST));
        assertThat(look().cells()).isEqualTo(before);
    }

    /** The value that somebody wrote a moment ago may be the only copy of a live token. */
    @Test
    default void refuses_when_somebody_wrote_between_reading_and_delivering() {
        Held read = done(target().read());
        overwrite(new Held.Value(FOREIGN));
        assertThat(problem(target().deliver(read, FRESH)).reason()).isEqualTo(Reason.TARGET_CHANGED);
        assertThat(stored()).isEqualTo(new Held.Value(FOREIGN));
    }

    /** Databases may find two tokens equal that GitLab tells apart. */
    @Test
    default void refuses_when_only_the_case_of_a_letter_differs() {
        Secret shouted = FIRST.reveal(first -> Secret.of(first.replace("first", "First")));
        assertThat(problem(target().deliver(new Held.Value(shouted), FRESH)).reason())
                .isEqualTo(Reason.TARGET_CHANGED);
        assertThat(stored()).isEqualTo(new Held.Value(FIRST));
    }

    /** Nothing is an expectation like any other. */
    @Test
    default void refuses_when_nothing_is_expected_and_something_is_there() {
        assertThat(problem(target().deliver(new Held.Nothing(), FRESH)).reason())
                .isEqualTo(Reason.TARGET_CHANGED);
        assertThat(stored()).isEqualTo(new Held.Value(FIRST));
    }

    /** Who emptied the place wanted something by it. */
    @Test
    default void refuses_when_something_is_expected_and_nothing_is_there() {
        assumeTrue(mayBeEmpty(), "this place cannot be empty");
        overwrite(new Held.Nothing());
        assertThat(problem(target().deliver(new Held.Value(FIRST), FRESH)).reason())
                .isEqualTo(Reason.TARGET_CHANGED);
        assertThat(stored()).isEqualTo(new Held.Nothing());
    }

    /** Comparing and replacing is one step: two workers never both believe that they delivered. */
    @Test
    default void lets_one_of_two_racing_deliveries_win() throws InterruptedException, ExecutionException {
        Target target = target();
        Callable<Effect<Target.Receipt>> one = () -> target.deliver(new Held.Value(FIRST), FRESH);
        Callable<Effect<Target.Receipt>> other = () -> target.deliver(new Held.Value(FIRST), FOREIGN);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Effect<Target.Receipt>>> endings = threads.invokeAll(List.of(one, other));
            boolean first = endings.getFirst().get() instanceof Effect.Done<Target.Receipt>;
            boolean second = endings.getLast().get() instanceof Effect.Done<Target.Receipt>;
            assertThat(List.of(first, second)).containsExactlyInAnyOrder(true, false);
            assertThat(stored()).isEqualTo(new Held.Value(first ? FRESH : FOREIGN));
        }
    }

    /** Trying whether one may write must not be writing. */
    @Test
    default void preflight_says_what_is_held_and_changes_nothing() {
        SortedMap<Place.Cell, String> before = look().cells();
        assertThat(done(target().preflight(FRESH.length()))).isEqualTo(new Held.Value(FIRST));
        assertThat(look().cells()).isEqualTo(before);
        assertThat(stored()).isEqualTo(new Held.Value(FIRST));
    }

    /** A token that will not fit is found out before it is made. */
    @Test
    default void preflight_accepts_exactly_the_room_there_is() {
        assumeTrue(room().isPresent(), "this place has no bound");
        assertThat(done(target().preflight(room().getAsInt()))).isEqualTo(new Held.Value(FIRST));
        assertThat(problem(target().preflight(room().getAsInt() + 1)).reason()).isEqualTo(Reason.TARGET_TOO_NARROW);
    }

    /** A shortened token is a dead one, whatever the other side says about success. */
    @Test
    default void refuses_to_deliver_what_does_not_fit() {
        assumeTrue(room().isPresent(), "this place has no bound");
        Secret wide = Secret.of("w".repeat(room().getAsInt() + 1));
        assertThat(problem(target().deliver(new Held.Value(FIRST), wide)).reason())
                .isEqualTo(Reason.TARGET_TOO_NARROW);
        assertThat(stored()).isEqualTo(new Held.Value(FIRST));
    }

    /** A bound is a bound, not a guess with a margin. */
    @Test
    default void delivers_what_just_fits() {
        assumeTrue(room().isPresent(), "this place has no bound");
        Secret wide = Secret.of("w".repeat(room().getAsInt()));
        assertThat(done(target().deliver(new Held.Value(FIRST), wide))).isNotNull();
        assertThat(stored()).isEqualTo(new Held.Value(wide));
    }

    /** The inventory looks at places, a renewal reads targets; both must see the same. */
    @Test
    default void a_look_at_the_place_says_what_reading_says() {
        assertThat(look().held()).containsEntry(target().name(), new Held.Value(FIRST));
        overwrite(new Held.Value(FOREIGN));
        assertThat(look().held()).containsEntry(target().name(), new Held.Value(FOREIGN));
    }

    /** Exactly the one value changes, and the place can prove it. */
    @Test
    default void a_look_at_the_place_shows_one_changed_cell_after_a_delivery() {
        SortedMap<Place.Cell, String> before = look().cells();
        Target.Receipt receipt = done(target().deliver(new Held.Value(FIRST), FRESH));
        Map<Place.Cell, String> changed = new TreeMap<>(look().cells());
        assertThat(changed.keySet()).isEqualTo(before.keySet());
        changed.entrySet().removeAll(before.entrySet());
        assertThat(changed.keySet()).containsExactly(target().cell());
        assertThat(receipt.cell()).isEqualTo(target().cell());
    }

    /** The journal finds a target again by its name. */
    @Test
    default void names_are_there_and_stay() {
        assertThat(target().name()).isEqualTo(target().name());
        assertThat(target().place().name()).isNotBlank();
    }

    /** Answers end up in logs and messages. */
    @Test
    default void no_answer_prints_a_value() {
        List<Object> answers = List.of(
                target(),
                target().name(),
                target().place().name(),
                target().read(),
                target().preflight(FRESH.length()),
                target().deliver(new Held.Value(FOREIGN), FRESH),
                target().deliver(new Held.Value(FIRST), FRESH),
                target().read(),
                target().place().look());
        for (Secret secret : List.of(FIRST, FRESH, FOREIGN)) {
            assertThat(answers.toString()).doesNotContain(secret.<CharSequence>reveal(value -> value));
        }
    }

    private Place.View look() {
        return done(target().place().look());
    }

    private static <T> T done(Effect<T> effect) {
        return switch (effect) {
            case Effect.Done<T>(T value) -> value;
            case Effect.Refused<T>(Problem problem) -> throw new AssertionError("refused: " + problem);
            case Effect.Unclear<T>(Problem problem) -> throw new AssertionError("unclear: " + problem);
        };
    }

    private static <T> Problem problem(Effect<T> effect) {
        return switch (effect) {
            case Effect.Refused<T>(Problem problem) -> problem;
            case Effect.Done<T> _ -> throw new AssertionError("it should have been refused, and was done");
            case Effect.Unclear<T>(Problem problem) -> throw new AssertionError("unclear: " + problem);
        };
    }
}
