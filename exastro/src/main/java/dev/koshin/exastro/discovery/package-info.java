/**
 * Finds an installation of Exastro IT Automation and drafts a configuration for it.
 *
 * <p>{@link dev.koshin.exastro.discovery.ExastroDiscovery} is the door. First everything is asked, each question once,
 * and nothing is changed anywhere; then pure functions decide what the answers mean. An answer that does not come is no
 * failure: the draft says what could not be seen. Texts for people are named by
 * {@link dev.koshin.exastro.discovery.Point} and {@link dev.koshin.exastro.discovery.Note} only.
 */
@NullMarked
package dev.koshin.exastro.discovery;

import org.jspecify.annotations.NullMarked;
