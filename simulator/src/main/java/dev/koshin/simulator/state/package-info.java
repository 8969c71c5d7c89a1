/** The pretend instance itself: users, tokens, settings and a clock, with no HTTP and no JSON. */
@NullMarked
package dev.koshin.simulator.state;

import org.jspecify.annotations.NullMarked;
