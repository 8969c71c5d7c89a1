/** The demo: a small pretend installation in a temporary folder, renewed by the real program. */
@NullMarked
package dev.koshin.app.demo;

import org.jspecify.annotations.NullMarked;
