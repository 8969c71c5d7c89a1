/**
 * GitLab's REST API, version 4: one class per resource, each with its routes.
 *
 * <p>To add an endpoint, write a {@code Resource} and add it to {@code ApiRoutes}. A request passes, left to right:
 * route → latency → fault before → gate (who is it, may it) → endpoint → headers → fault after → log.
 */
@NullMarked
package dev.koshin.simulator.api;

import org.jspecify.annotations.NullMarked;
