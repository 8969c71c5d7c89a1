/**
 * Databases that hold tokens, whatever leads to them: {@link dev.koshin.database.Session} is all that the rest knows.
 *
 * <p>{@code jdbc} speaks to the server itself; {@code client} speaks to the server's own command-line client in a
 * container or pod, where the server's port cannot be reached from here. Transactions, and what an error means, are the
 * same for both.
 */
@NullMarked
package dev.koshin.database;

import org.jspecify.annotations.NullMarked;
