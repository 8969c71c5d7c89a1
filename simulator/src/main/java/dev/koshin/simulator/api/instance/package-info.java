/** About the instance itself. */
@NullMarked
package dev.koshin.simulator.api.instance;

import org.jspecify.annotations.NullMarked;
