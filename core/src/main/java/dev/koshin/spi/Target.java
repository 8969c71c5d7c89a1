package dev.koshin.spi;

import dev.koshin.model.Secret;
import dev.koshin.model.TargetName;

/** One place that must hold the current token: a database row, a line of a file, a Kubernetes Secret. */
public interface Target {
    /** The same in every run. */
    TargetName name();

    /** The larger thing that this target is a part of, whose other parts must not change. */
    Place place();

    /** Where in its place the value stands: the one cell that a delivery changes. */
    Place.Cell cell();

    /** What it holds now. */
    Effect<Held> read();

    /**
     * Checks, without changing anything, that it can be written and that a value of {@code room} characters fits, and
     * says what it holds now.
     */
    Effect<Held> preflight(int room);

    /**
     * Replaces {@code expected} by {@code fresh} as one atomic change, or changes nothing.
     *
     * <p>Done: read back before the change was made final, and nothing else of the target changed. Refused with
     * {@code target-changed}: it held something else than {@code expected}, which is still there.
     */
    Effect<Receipt> deliver(Held expected, Secret fresh);

    /** What a delivery changed: this cell, and no other of the target. */
    record Receipt(TargetName target, Place.Cell cell) {}
}
