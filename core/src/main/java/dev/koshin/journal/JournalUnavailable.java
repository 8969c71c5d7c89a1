package dev.koshin.journal;

import dev.koshin.model.Problem;
import java.io.Serial;

/** The journal cannot be used, so no step may be taken. */
public final class JournalUnavailable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public JournalUnavailable(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public JournalUnavailable(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    /** What is wrong with it. */
    public Problem problem() {
        return problem;
    }
}
