/**
 * Reads {@code koshin.yaml}: finds the file, checks it completely, and turns it into records.
 *
 * <p>Every problem is reported at once, each with its line and column. The file holds references to secrets only, and
 * nothing that could be a secret by mistake is repeated in a problem. Secrets are not resolved here.
 */
@NullMarked
package dev.koshin.app.config;

import org.jspecify.annotations.NullMarked;
