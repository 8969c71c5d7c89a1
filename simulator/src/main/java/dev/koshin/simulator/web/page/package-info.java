/** The pages on which people sign in and make tokens. */
@NullMarked
package dev.koshin.simulator.web.page;

import org.jspecify.annotations.NullMarked;
