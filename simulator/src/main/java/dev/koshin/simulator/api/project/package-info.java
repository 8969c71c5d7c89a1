/** Projects and groups, and what they hold. */
@NullMarked
package dev.koshin.simulator.api.project;

import org.jspecify.annotations.NullMarked;
