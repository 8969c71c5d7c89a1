/** What goes back: GitLab's words, JSON and headers. */
@NullMarked
package dev.koshin.simulator.api.answer;

import org.jspecify.annotations.NullMarked;
