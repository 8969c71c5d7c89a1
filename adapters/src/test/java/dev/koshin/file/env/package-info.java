/** Tests of the syntax, against a real sh. */
@NullMarked
package dev.koshin.file.env;

import org.jspecify.annotations.NullMarked;
