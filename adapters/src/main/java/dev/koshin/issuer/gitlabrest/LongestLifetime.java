package dev.koshin.issuer.gitlabrest;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How long a token may live at most, learned when GitLab refuses a later day.
 *
 * <p>No answer of GitLab tells it before. It is believed until the server's next day, so that a whole fleet costs one
 * refusal and a limit that was raised shows soon.
 */
final class LongestLifetime {
    private volatile Optional<Named> named = Optional.empty();

    /** Whole days from the server's today; empty while nothing was refused. */
    OptionalInt days() {
        return named.map(one -> OptionalInt.of((int) ChronoUnit.DAYS.between(one.today, one.last)))
                .orElseGet(OptionalInt::empty);
    }

    /** {@code wanted}, or the last day that is allowed if it is known to be earlier. */
    LocalDate atMost(LocalDate wanted, LocalDate today) {
        return named.filter(one -> one.today.equals(today))
                .map(Named::last)
                .filter(last -> last.isBefore(wanted))
                .orElse(wanted);
    }

    void learn(LocalDate today, LocalDate last) {
        named = Optional.of(new Named(today, last));
    }

    private record Named(LocalDate today, LocalDate last) {}
}
