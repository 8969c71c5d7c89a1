/** What was asked of the pretend GitLab: a bounded log and running totals. Holds no token values. */
@NullMarked
package dev.koshin.simulator.traffic;

import org.jspecify.annotations.NullMarked;
