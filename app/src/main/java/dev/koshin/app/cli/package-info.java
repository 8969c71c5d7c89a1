/** The command line. Thin: parse, call, show, map to an exit code. */
@NullMarked
package dev.koshin.app.cli;

import org.jspecify.annotations.NullMarked;
