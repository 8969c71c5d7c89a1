package dev.koshin.issuer.manual;

import dev.koshin.model.Problem;
import dev.koshin.model.Secret;
import java.time.Duration;
import java.util.Optional;

/** The person who makes tokens, or the pipe that hands one over. */
public interface Prompt {
    /** Whether there is somebody to ask. */
    boolean available();

    /** Shows what to click. */
    void show(Instructions instructions);

    /**
     * Reads the next line that is not blank, without showing it; empty when nothing more comes, or not within
     * {@code time}.
     */
    Optional<Secret> read(Duration time);

    /** Says what is wrong with the last one; {@code left}: how many more are read. */
    void wrong(Problem problem, int left);
}
