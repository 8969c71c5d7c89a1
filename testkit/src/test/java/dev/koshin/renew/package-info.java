@NullMarked
package dev.koshin.renew;

import org.jspecify.annotations.NullMarked;
