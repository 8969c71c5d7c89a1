/** Runs commands as an operator would, in this process, against a simulated GitLab and ITA's table in SQLite. */
@NullMarked
package dev.koshin.app.cli;

import org.jspecify.annotations.NullMarked;
