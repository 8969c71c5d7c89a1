package dev.koshin.issuer.choice;

import dev.koshin.model.Problem;

/** A way that was not taken, and why. */
public record Passed(String way, Problem problem) {}
