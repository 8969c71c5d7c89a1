/**
 * What an instance starts with, as a JSON file; also the form in which its state is saved.
 *
 * <p>A seed written by hand gives each token's {@code value}; a saved state gives the {@code digest} instead, because
 * the simulator keeps no values.
 */
@NullMarked
package dev.koshin.simulator.seed;

import org.jspecify.annotations.NullMarked;
