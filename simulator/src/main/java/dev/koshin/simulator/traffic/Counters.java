package dev.koshin.simulator.traffic;

import java.util.SortedMap;

/**
 * Running totals.
 *
 * @param refused answers 401 and 403
 * @param byRoute for example {@code GET /users/:id} → 3; what matches no route is counted as {@code other}
 */
public record Counters(long total, long refused, SortedMap<String, Long> byRoute) {}
