package dev.koshin.journal;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.TokenRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the entries about one credential say about the values that it held; a pure function of them, and without any
 * value. It tells an old value that somebody put back from one that somebody made by hand.
 *
 * @param last empty until something was proven for the first time
 * @param earlier what was proven or replaced before that, newest first, at most {@value #MOST}; each once, by
 *     fingerprint
 */
public record Past(Optional<Proof> last, List<OldToken> earlier) {
    /** Renewed twice a year, these are the values of 16 years. */
    public static final int MOST = 32;

    /** Nothing was ever proven or replaced. */
    public static final Past NONE = new Past(Optional.empty(), List.of());

    public Past {
        earlier = List.copyOf(earlier);
    }

    /** Every target held {@code token} at {@code at}; or a person said then that it counts. */
    public record Proof(TokenRef token, Instant at) {
        boolean is(Fingerprint value) {
            return token.fingerprint().equals(value);
        }
    }

    /** This past with one more entry about the same credential. */
    public Past after(Entry entry, Instant at) {
        return switch (entry) {
            case Entry.Started started -> replacing(started.old());
            case Entry.Proven proven -> proving(new Proof(proven.fresh(), at));
            case Entry.Adopted adopted -> proving(new Proof(adopted.token(), at));
            case Entry.Issuing _,
                    Entry.NotIssued _,
                    Entry.Delivered _,
                    Entry.Applied _,
                    Entry.RetireAfter _,
                    Entry.Reopened _,
                    Entry.Revoking _,
                    Entry.Revoked _,
                    Entry.Finished _,
                    Entry.Parked _,
                    Entry.Resumed _,
                    Entry.RollingBack _,
                    Entry.Interrupted _ -> this;
        };
    }

    /** Whether {@code entry} can change a past. */
    public static boolean counts(Entry entry) {
        return entry instanceof Entry.Started || entry instanceof Entry.Proven || entry instanceof Entry.Adopted;
    }

    private Past replacing(List<OldToken> old) {
        List<OldToken> news = old.stream()
                .filter(one ->
                        !isLast(one.fingerprint()) && earlier(one.fingerprint()).isEmpty())
                .toList();
        return new Past(last, limited(Stream.concat(news.stream(), earlier.stream())));
    }

    private Past proving(Proof proof) {
        Stream<OldToken> before = last.stream()
                .map(Proof::token)
                .map(token -> new OldToken(Optional.of(token.id()), token.fingerprint()));
        return new Past(
                Optional.of(proof),
                limited(Stream.concat(before, earlier.stream()).filter(one -> !proof.is(one.fingerprint()))));
    }

    private static List<OldToken> limited(Stream<OldToken> all) {
        return all.distinct().limit(MOST).toList();
    }

    /** Whether {@code value} is what was proven last. */
    public boolean isLast(Fingerprint value) {
        return last.filter(proof -> proof.is(value)).isPresent();
    }

    /** Whether this is the value of an earlier token that a renewal may revoke, as it is known by its id. */
    public boolean owns(Fingerprint value) {
        return earlier(value).flatMap(OldToken::id).isPresent();
    }

    /** The earlier token whose value this is. */
    public Optional<OldToken> earlier(Fingerprint value) {
        return earlier.stream().filter(one -> one.fingerprint().equals(value)).findFirst();
    }
}
