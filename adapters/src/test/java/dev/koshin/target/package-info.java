/** What the tests of all targets share. */
@NullMarked
package dev.koshin.target;

import org.jspecify.annotations.NullMarked;
