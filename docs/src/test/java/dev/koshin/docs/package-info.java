/** Holds the pages to the code, to each other, and to the files that they name. */
@NullMarked
package dev.koshin.docs;

import org.jspecify.annotations.NullMarked;
