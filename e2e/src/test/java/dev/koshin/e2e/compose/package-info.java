/** The root token of a docker compose project, renewed on a real engine. */
@NullMarked
package dev.koshin.e2e.compose;

import org.jspecify.annotations.NullMarked;
