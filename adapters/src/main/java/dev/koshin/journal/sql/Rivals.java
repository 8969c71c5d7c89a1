package dev.koshin.journal.sql;

import java.time.Instant;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Judges whether a lease can be taken over.
 *
 * @param here who asks
 * @param alone whether nobody else can have this journal open, so that every other holder is dead
 * @param starts when the process of a given id started; empty if there is none
 */
record Rivals(Holder here, boolean alone, LongFunction<Optional<Instant>> starts) {

    /** Who must be left in peace, in words for people; empty if the lease is free to take. */
    Optional<String> holding(LeaseRow row, Instant now) {
        return row.holder().filter(_ -> now.isBefore(row.until())).flatMap(this::living);
    }

    private Optional<String> living(String text) {
        if (alone && !text.equals(here.text())) {
            return Optional.empty();
        }
        Optional<Holder> holder = Holder.parse(text);
        boolean dead = holder.filter(other -> other.deadSeenFrom(here, starts)).isPresent();
        return dead ? Optional.empty() : Optional.of(holder.map(Holder::shown).orElse(text));
    }
}
