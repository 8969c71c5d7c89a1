package dev.koshin.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.koshin.model.Expiry;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.model.Token;
import dev.koshin.model.TokenId;
import dev.koshin.model.TokenRef;
import dev.koshin.model.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class EffectTest {
    private static final Problem PROBLEM = Problem.of(Reason.GITLAB_TIMEOUT, "here");
    private static final Secret SECRET = Secret.of("abc");
    private static final Fingerprint PRINT = new Fingerprint("ba7816bf8f01");

    @Test
    void what_is_not_done_says_why() {
        assertThat(new Effect.Done<>(1).why()).isEmpty();
        assertThat(new Effect.Refused<>(PROBLEM).why()).contains(PROBLEM);
        assertThat(new Effect.Unclear<>(PROBLEM).why()).contains(PROBLEM);
    }

    @Test
    void what_is_done_can_be_changed() {
        assertThat(new Effect.Done<>(20).map(n -> n + 1)).isEqualTo(new Effect.Done<>(21));
    }

    @Test
    void what_is_done_can_go_on_to_any_ending() {
        Effect<Integer> done = new Effect.Done<>(20);
        assertThat(done.flatMap(n -> new Effect.Done<>(n + 1))).isEqualTo(new Effect.Done<>(21));
        assertThat(done.flatMap(_ -> new Effect.Refused<String>(PROBLEM))).isEqualTo(new Effect.Refused<>(PROBLEM));
        assertThat(done.flatMap(_ -> new Effect.Unclear<String>(PROBLEM))).isEqualTo(new Effect.Unclear<>(PROBLEM));
    }

    @Test
    void refused_stays_refused_and_unclear_stays_unclear() {
        assertThat(new Effect.Refused<Integer>(PROBLEM).map(n -> n + 1)).isEqualTo(new Effect.Refused<>(PROBLEM));
        assertThat(new Effect.Unclear<Integer>(PROBLEM).map(n -> n + 1)).isEqualTo(new Effect.Unclear<>(PROBLEM));
    }

    @Test
    void a_held_value_is_the_same_secret_and_no_other() {
        assertThat(new Held.Value(SECRET).is(Secret.of("abc"))).isTrue();
        assertThat(new Held.Value(SECRET).is(Secret.of("abd"))).isFalse();
        assertThat(new Held.Nothing().is(SECRET)).isFalse();
    }

    @Test
    void a_held_value_has_a_fingerprint_and_nothing_has_none() {
        assertThat(new Held.Value(SECRET).fingerprint()).contains(PRINT);
        assertThat(new Held.Nothing().fingerprint()).isEmpty();
    }

    @Test
    void no_value_is_printed_with_what_holds_it() {
        Secret secret = Secret.of("glpat-not-to-be-seen");
        assertThat(Stream.of(new Held.Value(secret), new Effect.Done<>(secret), new Issued(token(), secret)))
                .extracting(Object::toString)
                .noneMatch(text -> text.contains("glpat"));
    }

    @Test
    void the_journal_names_an_issued_token_by_id_and_fingerprint() {
        assertThat(new Issued(token(), SECRET).ref()).isEqualTo(new TokenRef(new TokenId(7), PRINT));
    }

    @Test
    void cells_are_sorted_by_row_and_then_by_column() {
        Place.Cell first = new Place.Cell("1", "b");
        assertThat(first).isLessThan(new Place.Cell("2", "a")).isLessThan(new Place.Cell("1", "c"));
        assertThat(first).isEqualByComparingTo(new Place.Cell("1", "b"));
    }

    private static Token token() {
        return new Token(
                new TokenId(7),
                new UserId(3),
                "ITA",
                new TreeSet<>(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.of(new Expiry(LocalDate.EPOCH)),
                false);
    }
}
