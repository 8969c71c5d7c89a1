/** A request on its way: its route, its parameters, who calls, and lists in pages. */
@NullMarked
package dev.koshin.simulator.api.call;

import org.jspecify.annotations.NullMarked;
