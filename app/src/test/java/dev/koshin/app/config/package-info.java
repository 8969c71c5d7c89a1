@NullMarked
package dev.koshin.app.config;

import org.jspecify.annotations.NullMarked;
