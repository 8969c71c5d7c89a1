package dev.koshin.app.view;

import dev.koshin.model.Problem;

/**
 * A problem, and where it stands.
 *
 * @param place {@code FILE:LINE:COLUMN}; empty if it stands nowhere
 */
public record Located(String place, Problem problem) {}
