/** Git over HTTP, as far as finding out whether a token lets somebody read or write a repository. */
@NullMarked
package dev.koshin.simulator.web.git;

import org.jspecify.annotations.NullMarked;
