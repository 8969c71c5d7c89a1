package dev.koshin.testkit;

import java.io.Serial;

/** The process dies here: nothing may catch it but the test that starts the next process. */
public final class Crash extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** Dies now. */
    public Crash() {
        super("the process died");
    }
}
