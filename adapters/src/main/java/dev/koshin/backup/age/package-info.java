/**
 * Keeps old values in the age format (age-encryption.org/v1), sealed to the operator's own keys.
 *
 * <p>Survives a kill and a power cut at any moment: a file is there as a whole or not at all. Opens nothing by itself,
 * as it has no key. Not for passphrases, plugins and SSH keys.
 */
@NullMarked
package dev.koshin.backup.age;

import org.jspecify.annotations.NullMarked;
