/** A pretend ITA database for the demo, benchmarks and tests. Nothing here touches a real installation. */
@NullMarked
package dev.koshin.exastro.sample;

import org.jspecify.annotations.NullMarked;
