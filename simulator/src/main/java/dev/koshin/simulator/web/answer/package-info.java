/** What the parts of the web have in common: a visit, a door that it comes through, and the answers. */
@NullMarked
package dev.koshin.simulator.web.answer;

import org.jspecify.annotations.NullMarked;
