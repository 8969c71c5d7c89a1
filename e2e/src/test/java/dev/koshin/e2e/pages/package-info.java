/** Does what the tutorial and the how-to pages say, and compares what they quote with what the programs print. */
@NullMarked
package dev.koshin.e2e.pages;

import org.jspecify.annotations.NullMarked;
