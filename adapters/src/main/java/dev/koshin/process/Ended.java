package dev.koshin.process;

import java.time.Duration;

/** How a command ended. */
public sealed interface Ended {
    /**
     * It ran to its end.
     *
     * @param out what it wrote to standard output, at most {@link Programs#LONGEST_BYTES}; the rest was read and
     *     dropped
     * @param err the same of standard error
     */
    record Exited(int status, String out, String err) implements Ended {
        /** The outputs may hold secrets. */
        @Override
        public String toString() {
            return "Exited[status=" + status + "]";
        }
    }

    /** The system could not start it; nothing happened. */
    record NotStarted(String why) implements Ended {}

    /** It ran longer than it may and was killed; what it had begun elsewhere may go on. */
    record TimedOut(Duration limit) implements Ended {}

    /** The waiting thread was interrupted and stays flagged; the program was killed if it had started. */
    record Interrupted() implements Ended {}
}
