/** The rules of the program as a whole. */
@NullMarked
package dev.koshin.app;

import org.jspecify.annotations.NullMarked;
