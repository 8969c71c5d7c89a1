/**
 * GitLab clients that others wrote, and git itself, against the simulator: what they cannot do with it, GitLab does in
 * another way.
 *
 * <p>Most are fetched by {@code src/test/sh/foreign-clients.sh}, which {@code ./koshin test} runs first. A test whose
 * client is not here is skipped, with the reason.
 */
@NullMarked
package dev.koshin.e2e.clients;

import org.jspecify.annotations.NullMarked;
