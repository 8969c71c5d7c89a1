package dev.koshin.simulator.web.answer;

/** Answers visits. Runs while it holds the world's lock, so it only works in memory. */
@FunctionalInterface
public interface Handler {
    /** The answer to one visit. */
    Told answer(Visit visit);
}
