package dev.koshin.simulator.rails;

import java.util.Map;

/**
 * What a script finds around it.
 *
 * @param input what it can read from {@code $stdin}
 */
record Around(Map<String, String> environment, String input) {}
