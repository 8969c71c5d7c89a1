@NullMarked
package dev.koshin.database.jdbc;

import org.jspecify.annotations.NullMarked;
