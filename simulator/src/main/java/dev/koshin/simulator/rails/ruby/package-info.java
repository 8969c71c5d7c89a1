/** As much of Ruby's grammar as those scripts need: words, calls, assignments and texts. */
@NullMarked
package dev.koshin.simulator.rails.ruby;

import org.jspecify.annotations.NullMarked;
