package dev.koshin.spi;

import dev.koshin.model.Token;

/** What GitLab says about a value that somebody presents. */
public sealed interface Inspection {
    /** GitLab accepts it; this is the token behind it. */
    record Live(Token token) implements Inspection {}

    /** GitLab knows it and no longer accepts it: its last day is over. Which token it was, GitLab does not say. */
    record Expired() implements Inspection {}

    /** GitLab knows it and no longer accepts it: somebody revoked it. Which token it was, GitLab does not say. */
    record Revoked() implements Inspection {}

    /** GitLab has never seen this value, or has forgotten it. */
    record Unknown() implements Inspection {}
}
