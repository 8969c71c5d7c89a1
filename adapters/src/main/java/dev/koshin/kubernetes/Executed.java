package dev.koshin.kubernetes;

/** What became of a command in a container. */
public sealed interface Executed {
    /**
     * It ran to its end.
     *
     * @param succeeded whether its status was 0
     * @param out what it wrote to standard output
     */
    record Ended(boolean succeeded, String out) implements Executed {
        /** The output may be a secret. */
        @Override
        public String toString() {
            return "Ended[succeeded=" + succeeded + "]";
        }
    }

    /** The API server does not let this user run commands. */
    record Forbidden(String why) implements Executed {}

    /** It could not be run, or its end was not seen. */
    record Failed(String why) implements Executed {}
}
