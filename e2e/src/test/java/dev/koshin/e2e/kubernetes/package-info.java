/** The root token of a release in a cluster that is pretended. */
@NullMarked
package dev.koshin.e2e.kubernetes;

import org.jspecify.annotations.NullMarked;
