/** What the ways to a new token have in common: names, the shape of a value, and how foreign words are read. */
@NullMarked
package dev.koshin.issuer;

import org.jspecify.annotations.NullMarked;
