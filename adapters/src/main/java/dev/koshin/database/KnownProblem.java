package dev.koshin.database;

import dev.koshin.model.Problem;
import java.sql.SQLException;

/** Why no session came about, known better than SQLState could say; the database was sent nothing. */
public final class KnownProblem extends SQLException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    /** The text is the problem's. */
    public KnownProblem(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
