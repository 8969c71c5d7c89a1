package dev.koshin.process;

/** Whoever runs programs. */
@FunctionalInterface
public interface Runner {
    /** Runs {@code command} to its end, or to its time limit. */
    Ended run(Command command);
}
