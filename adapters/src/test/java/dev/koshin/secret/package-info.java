@NullMarked
package dev.koshin.secret;

import org.jspecify.annotations.NullMarked;
