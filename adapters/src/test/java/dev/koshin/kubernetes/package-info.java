/** A pretend API server, and what the client makes of its answers. */
@NullMarked
package dev.koshin.kubernetes;

import org.jspecify.annotations.NullMarked;
