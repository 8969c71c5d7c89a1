/**
 * Looks at everything that a renewal needs and at everything that is known to break an installation. One file for each
 * subject: it gathers its facts, and judges them by functions that ask nobody. Subjects run side by side, each for
 * itself, so that one that is down hides no other. Nothing is changed.
 *
 * <p>{@link dev.koshin.app.doctor.Doctor} is the door; {@link dev.koshin.app.doctor.Keys} lists what is checked.
 */
@NullMarked
package dev.koshin.app.doctor;

import org.jspecify.annotations.NullMarked;
