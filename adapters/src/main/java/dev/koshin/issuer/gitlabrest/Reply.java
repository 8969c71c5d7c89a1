package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Problem;

/** How one exchange ended on the wire. */
sealed interface Reply {
    /** An answer arrived whole. */
    record Answered(Answer answer) implements Reply {}

    /** The request certainly did not leave. */
    record NotSent(Problem problem) implements Reply {}

    /** The request may have arrived; the answer did not. */
    record Lost(Problem problem) implements Reply {}

    /** The value cannot stand in a header, so it is no token of GitLab's, and nothing was sent. */
    record Unpresentable() implements Reply {}
}
