/** The entrance. Arrows go one way: main, command line, wiring, views, messages. */
@NullMarked
package dev.koshin.app;

import org.jspecify.annotations.NullMarked;
