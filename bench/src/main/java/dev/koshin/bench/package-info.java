/** Measures the shipped distribution, and prints a table. A benchmark, not a test: it judges nothing. */
@NullMarked
package dev.koshin.bench;

import org.jspecify.annotations.NullMarked;
