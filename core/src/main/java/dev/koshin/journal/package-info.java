/** What a renewal wrote down, who may write, and how to read it back. */
@NullMarked
package dev.koshin.journal;

import org.jspecify.annotations.NullMarked;
