/** Scripts that complete a command line as it is typed, made from the commands themselves. */
@NullMarked
package dev.koshin.app.completion;

import org.jspecify.annotations.NullMarked;
