/**
 * Runs programs of the system.
 *
 * <p>Survives a program that hangs, floods its output, does not read its input, or leaves children behind that keep the
 * output open. Does not survive a program that detached children of its own which must end with it: they are killed
 * only if they are still its descendants at the time limit.
 */
@NullMarked
package dev.koshin.process;

import org.jspecify.annotations.NullMarked;
