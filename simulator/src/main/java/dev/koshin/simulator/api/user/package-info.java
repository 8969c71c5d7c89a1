/** Accounts. */
@NullMarked
package dev.koshin.simulator.api.user;

import org.jspecify.annotations.NullMarked;
