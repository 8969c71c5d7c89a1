package dev.koshin.simulator.state;

/** Where a CI/CD variable counts. */
public sealed interface Scope {
    /** Everywhere. */
    record Instance() implements Scope {}

    /** In a project, or in a group and what is below it. */
    record In(Place place) implements Scope {}
}
