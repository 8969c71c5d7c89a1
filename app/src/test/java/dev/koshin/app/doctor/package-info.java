@NullMarked
package dev.koshin.app.doctor;

import org.jspecify.annotations.NullMarked;
