/** Personal access tokens. */
@NullMarked
package dev.koshin.simulator.api.token;

import org.jspecify.annotations.NullMarked;
