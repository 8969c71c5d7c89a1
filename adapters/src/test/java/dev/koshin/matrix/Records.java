package dev.koshin.matrix;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Recorded;
import dev.koshin.journal.Trail;
import dev.koshin.model.Fingerprint;
import dev.koshin.model.OldToken;
import dev.koshin.model.RenewalId;
import dev.koshin.model.TokenId;
import dev.koshin.simulator.control.TokenView;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the journal says about our credential, in the questions that a watch asks. */
final class Records {
    private final Site site;

    Records(Site site) {
        this.site = site;
    }

    private List<Entry> entries() {
        return site.journal.history(Set.of(Site.OURS), Integer.MAX_VALUE).stream()
                .map(Recorded::entry)
                .toList();
    }

    private Optional<Trail> open() {
        return Optional.ofNullable(site.journal.unfinished().get(Site.OURS)).map(Trail::of);
    }

    /** Whether some renewal began when this token was in a target, or made it. */
    boolean accounts(TokenView token) {
        return entries().stream().anyMatch(entry -> switch (entry) {
            case Entry.Started started ->
                started.renewal().marks(token.name())
                        || started.old().stream()
                                .map(OldToken::id)
                                .anyMatch(Optional.of(new TokenId(token.id()))::equals);
            case Entry.Adopted adopted -> adopted.token().id().equals(new TokenId(token.id()));
            default -> false;
        });
    }

    /** Whether the revocation of {@code token} follows from a proof that counts. */
    boolean announces(TokenId token) {
        Set<RenewalId> proven = new HashSet<>();
        boolean announced = false;
        for (Entry entry : entries()) {
            switch (entry) {
                case Entry.Proven(RenewalId renewal, var _, var _) -> proven.add(renewal);
                case Entry.Reopened(RenewalId renewal, var _) -> proven.remove(renewal);
                case Entry.Revoking(RenewalId renewal, var tokens) ->
                    announced |= proven.contains(renewal) && tokens.contains(token);
                default -> {}
            }
        }
        return announced;
    }

    /** How many proofs there were. */
    long proofs() {
        return entries().stream().filter(Entry.Proven.class::isInstance).count();
    }

    /** When the last grace ends. */
    Optional<Instant> graceEnds() {
        return entries().stream()
                .filter(Entry.RetireAfter.class::isInstance)
                .map(entry -> ((Entry.RetireAfter) entry).instant())
                .reduce((_, last) -> last);
    }

    /** Whether the open renewal was told to overwrite anything; that holds until it is proven. */
    boolean replaces() {
        return open().filter(Trail::replace).isPresent();
    }

    /** Whether the open renewal began when some target held this value. */
    boolean replaces(Fingerprint print) {
        return open().stream()
                .flatMap(trail -> trail.old().stream())
                .map(OldToken::fingerprint)
                .anyMatch(print::equals);
    }
}
