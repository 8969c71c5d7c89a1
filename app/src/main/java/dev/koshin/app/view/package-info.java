/** Shows what was gathered and done, as text for people and as JSON for programs. Reads; never calls the engine. */
@NullMarked
package dev.koshin.app.view;

import org.jspecify.annotations.NullMarked;
