/** Real database servers for tests: one of each kind for a test JVM, started when first asked for. */
@NullMarked
package dev.koshin.servers;

import org.jspecify.annotations.NullMarked;
