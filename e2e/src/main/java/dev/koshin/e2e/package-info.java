/**
 * A laboratory for the shipped distribution: a simulated GitLab in its own process, a real MariaDB with ITA's table,
 * and {@code bin/koshin} as a child. The end-to-end tests and the benchmarks work in it.
 */
@NullMarked
package dev.koshin.e2e;

import org.jspecify.annotations.NullMarked;
