/**
 * Makes the services of a docker compose project read a new value: recreates those whose containers still hold another
 * one, and no other, and proves by the containers' environment that they hold it.
 *
 * <p>{@link dev.koshin.apply.compose.ComposeProject} is the door. It survives: a repetition at any time; containers
 * that come up late, restart in a loop, or are sick; services that do not exist here; an environment variable of
 * Koshin's own that would beat the {@code .env}; rootless podman. It does not survive: a project whose files were moved
 * since its containers were made.
 */
@NullMarked
package dev.koshin.apply.compose;

import org.jspecify.annotations.NullMarked;
