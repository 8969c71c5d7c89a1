/** Tests over real HTTP. */
@NullMarked
package dev.koshin.simulator;

import org.jspecify.annotations.NullMarked;
