/** Shows made-up observations and reads the screen. */
@NullMarked
package dev.koshin.app.view;

import org.jspecify.annotations.NullMarked;
