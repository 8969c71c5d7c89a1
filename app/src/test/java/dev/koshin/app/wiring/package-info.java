@NullMarked
package dev.koshin.app.wiring;

import org.jspecify.annotations.NullMarked;
