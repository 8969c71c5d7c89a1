package dev.koshin.app;

import dev.koshin.model.Problem;
import java.io.Serial;
import java.util.List;

/** A command cannot go on; the handler of the command line turns it into a message and an exit code. */
public final class Failure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<Located> problems;
    private final boolean usage;

    private Failure(List<Located> problems, boolean usage) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
        this.usage = usage;
    }

    /**
     * A problem, and where it stands.
     *
     * @param place {@code FILE:LINE:COLUMN}; empty if it stands nowhere
     */
    public record Located(String place, Problem problem) {}

    /** Something outside does not work. */
    public static Failure of(Problem problem) {
        return new Failure(List.of(new Located("", problem)), false);
    }

    /** The command line or the configuration is wrong. */
    public static Failure usage(List<Located> problems) {
        return new Failure(problems, true);
    }

    /** What is wrong; one at least. */
    public List<Located> problems() {
        return problems;
    }

    /** Whether the operator must change the command line or the configuration. */
    public boolean isUsage() {
        return usage;
    }
}
