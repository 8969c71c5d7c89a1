@NullMarked
package dev.koshin.apply.compose;

import org.jspecify.annotations.NullMarked;
