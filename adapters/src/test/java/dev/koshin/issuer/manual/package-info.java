@NullMarked
package dev.koshin.issuer.manual;

import org.jspecify.annotations.NullMarked;
