package dev.koshin.simulator.profile;

import java.time.Duration;

/**
 * How tokens behave in a release.
 *
 * @param routable the format when the instance writes routable tokens; otherwise it writes {@link TokenFormat#LEGACY}
 * @param lastUsedStep {@code last_used_at} is not moved again before this much time has passed
 */
public record TokenRules(TokenFormat routable, Duration lastUsedStep) {}
