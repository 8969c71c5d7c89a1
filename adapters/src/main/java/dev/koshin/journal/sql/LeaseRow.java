package dev.koshin.journal.sql;

import dev.koshin.journal.Entry;
import dev.koshin.journal.Lease;
import dev.koshin.model.RenewalId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of koshin_lease.
 *
 * @param holder who may write; empty if nobody
 * @param until when the holder's time is over, unless it appends something before
 * @param time how much time each append gives
 * @param renewal the credential's unfinished renewal
 */
record LeaseRow(Lease lease, Optional<String> holder, Instant until, Duration time, Optional<RenewalId> renewal) {

    boolean grants(Lease asked) {
        return holder.isPresent() && lease.equals(asked);
    }

    LeaseRow takenBy(String who, Duration newTime, Instant now) {
        Lease next = new Lease(lease.credential(), lease.fence() + 1);
        return new LeaseRow(next, Optional.of(who), now.plus(newTime), newTime, renewal);
    }

    LeaseRow extended(Instant now) {
        return new LeaseRow(lease, holder, now.plus(time), time, renewal);
    }

    LeaseRow released() {
        return new LeaseRow(lease, Optional.empty(), until, time, renewal);
    }

    /** @throws IllegalArgumentException if {@code entry} does not belong to the credential's one unfinished renewal */
    LeaseRow after(Entry entry) {
        Optional<RenewalId> id = Optional.of(entry.renewal());
        return switch (entry) {
            case Entry.Started started -> {
                require(renewal.isEmpty() && started.credential().equals(lease.credential()), entry);
                yield with(id);
            }
            case Entry.Finished _ -> {
                require(renewal.equals(id), entry);
                yield with(Optional.empty());
            }
            case Entry.Adopted adopted -> {
                require(
                        (renewal.isEmpty() || renewal.equals(id))
                                && adopted.credential().equals(lease.credential()),
                        entry);
                yield this;
            }
            case Entry.Issuing _,
                    Entry.NotIssued _,
                    Entry.Delivered _,
                    Entry.Applied _,
                    Entry.Proven _,
                    Entry.RetireAfter _,
                    Entry.Reopened _,
                    Entry.Revoking _,
                    Entry.Revoked _,
                    Entry.Parked _,
                    Entry.Resumed _,
                    Entry.RollingBack _,
                    Entry.Interrupted _ -> {
                require(renewal.equals(id), entry);
                yield this;
            }
        };
    }

    private void require(boolean fits, Entry entry) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "with " + renewal + " unfinished, " + lease.credential() + " cannot go on with " + entry);
        }
    }

    private LeaseRow with(Optional<RenewalId> unfinished) {
        return new LeaseRow(lease, holder, until, time, unfinished);
    }
}
