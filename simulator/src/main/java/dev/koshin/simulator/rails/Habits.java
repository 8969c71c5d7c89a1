package dev.koshin.simulator.rails;

import java.time.Duration;

/**
 * How the machine behaves, whatever the script.
 *
 * @param delay before the script begins; a real one needs minutes
 * @param stdout printed before the script begins, such as a notice of a library
 * @param stderr the same on the other stream
 */
record Habits(Duration delay, String stdout, String stderr) {
    static final Habits NONE = new Habits(Duration.ZERO, "", "");
}
