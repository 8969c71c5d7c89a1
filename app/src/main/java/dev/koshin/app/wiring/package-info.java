/** Puts the parts together for one run. Nowhere else do adapters, the preset and the engine meet for work. */
@NullMarked
package dev.koshin.app.wiring;

import org.jspecify.annotations.NullMarked;
