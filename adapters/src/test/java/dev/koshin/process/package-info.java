@NullMarked
package dev.koshin.process;

import org.jspecify.annotations.NullMarked;
