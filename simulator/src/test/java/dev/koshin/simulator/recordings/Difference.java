package dev.koshin.simulator.recordings;

/**
 * Something that the simulator answers in another way.
 *
 * @param what {@code status}, {@code header x-page}, {@code body $.id}
 */
record Difference(String what, String recorded, String simulated) {
    private static final int WIDTH = 160;

    @Override
    public String toString() {
        return what + ": recorded " + cut(recorded) + ", simulated " + cut(simulated);
    }

    private static String cut(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH) + "…";
    }
}
