/**
 * Several ways to a new token, tried in order.
 *
 * <p>{@link dev.koshin.issuer.choice.Choice} is the door. Survives a way that says yes when it is looked at and no when
 * it is used, as long as that no is clear. Goes no further after an unclear ending: a token may be there already.
 */
@NullMarked
package dev.koshin.issuer.choice;

import org.jspecify.annotations.NullMarked;
