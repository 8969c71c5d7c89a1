package dev.koshin.journal;

import dev.koshin.model.CredentialName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Durable, append-only memory of renewals, shared by all who renew.
 *
 * <p>Every method throws {@link JournalUnavailable} when the journal cannot be read or written.
 */
public interface Journal {
    /**
     * Asks to be the only one who renews {@code credential}, for {@code time} from the last append. A lease whose time
     * is over, or whose holder is known to be dead, is taken over with a higher fencing number.
     */
    Claim acquire(CredentialName credential, Duration time);

    /**
     * Appends {@code entries} together and in order; when this returns, all of them survive a power cut.
     *
     * @throws LeaseLost if somebody else has taken over; nothing was written, and the caller must do nothing more
     */
    void append(Lease lease, List<Entry> entries);

    /** Appends {@code last} like {@link #append} and gives the lease back, as one change. */
    void release(Lease lease, List<Entry> last);

    /** The entries of each renewal that is not finished, in order, by credential. */
    Map<CredentialName, List<Recorded>> unfinished();

    /** What each credential that was ever begun with held, as far as the entries tell. */
    Map<CredentialName, Past> pasts();

    /** The last {@code limit} entries about {@code credentials}, oldest first; of all credentials if none is named. */
    List<Recorded> history(Set<CredentialName> credentials, int limit);
}
