/** Rollouts in a pretend cluster, and what helm is told. */
@NullMarked
package dev.koshin.apply.kubernetes;

import org.jspecify.annotations.NullMarked;
