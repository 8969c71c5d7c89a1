/**
 * The strings behind the stage, in-process and over HTTP under {@code /control/}: faults, log, tokens, clock, state.
 */
@NullMarked
package dev.koshin.simulator.control;

import org.jspecify.annotations.NullMarked;
