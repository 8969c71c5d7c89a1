@NullMarked
package dev.koshin.exastro.discovery;

import org.jspecify.annotations.NullMarked;
