/**
 * A pretend {@code gitlab-rails runner}: small scripts about users and their access tokens, run on the simulator's
 * state.
 *
 * <p>What a script may say is what administrators' one-liners say. Anything else ends it with the words that were not
 * understood; nothing is guessed.
 */
@NullMarked
package dev.koshin.simulator.rails;

import org.jspecify.annotations.NullMarked;
