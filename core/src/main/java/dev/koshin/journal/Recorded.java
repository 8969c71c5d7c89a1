package dev.koshin.journal;

import java.time.Instant;

/**
 * An entry as the journal keeps it.
 *
 * @param sequence grows with every entry of this journal; gaps are possible
 * @param fence the number of the lease under which it was written
 */
public record Recorded(long sequence, Instant at, long fence, Entry entry) {}
