/** Doing many things side by side, on virtual threads. */
@NullMarked
package dev.koshin.parallel;

import org.jspecify.annotations.NullMarked;
