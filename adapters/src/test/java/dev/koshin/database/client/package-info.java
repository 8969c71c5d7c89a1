@NullMarked
package dev.koshin.database.client;

import org.jspecify.annotations.NullMarked;
