@NullMarked
package dev.koshin.http;

import org.jspecify.annotations.NullMarked;
