/** Compares the bundles with each other and with what the program says. */
@NullMarked
package dev.koshin.app.messages;

import org.jspecify.annotations.NullMarked;
