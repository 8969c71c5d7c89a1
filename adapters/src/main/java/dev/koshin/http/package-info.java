/**
 * HTTP to one server: whom it trusts, through which proxy, and how an exchange ends.
 *
 * <p>Survives a body that drips, an answer that never comes and one that is too large: each ends in time. Does not
 * survive a proxy that asks for a password.
 */
@NullMarked
package dev.koshin.http;

import org.jspecify.annotations.NullMarked;
