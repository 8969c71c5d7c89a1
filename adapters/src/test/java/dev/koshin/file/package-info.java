/** Replacing files, with real processes and real faults. */
@NullMarked
package dev.koshin.file;

import org.jspecify.annotations.NullMarked;
