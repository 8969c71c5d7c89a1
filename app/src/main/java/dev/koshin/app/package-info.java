/** The program: {@link dev.koshin.app.Main} starts it, {@link dev.koshin.app.Wiring} puts its parts together. */
@NullMarked
package dev.koshin.app;

import org.jspecify.annotations.NullMarked;
