@NullMarked
package dev.koshin.issuer.choice;

import org.jspecify.annotations.NullMarked;
