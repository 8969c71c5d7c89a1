/** Documents that are made from the code: man pages, completions of the command line, and parts of the reference. */
@NullMarked
package dev.koshin.docs;

import org.jspecify.annotations.NullMarked;
