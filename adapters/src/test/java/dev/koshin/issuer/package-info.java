@NullMarked
package dev.koshin.issuer;

import org.jspecify.annotations.NullMarked;
