/**
 * Takes tokens that a person made on GitLab's pages, where no other way is open.
 *
 * <p>{@link dev.koshin.issuer.manual.Manual} is the door. Survives: a value with blanks around it, a wrong value, an
 * old, dead or foreign token (each is explained, three times in all), a person who does not come. Does not survive: a
 * GitLab whose REST API does not answer, as nothing is taken that was not examined.
 */
@NullMarked
package dev.koshin.issuer.manual;

import org.jspecify.annotations.NullMarked;
