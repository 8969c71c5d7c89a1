package dev.koshin.simulator.profile;

import java.util.Comparator;

/** The two numbers of a release by which its behaviour differs: {@code 16.10} comes after {@code 16.9}. */
public record Minor(int major, int minor) implements Comparable<Minor> {
    private static final Comparator<Minor> ORDER =
            Comparator.comparingInt(Minor::major).thenComparingInt(Minor::minor);

    /**
     * Reads {@code 16.10} or {@code 16.10.3}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Minor of(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length < 2) {
            throw new IllegalArgumentException("not a release: \"" + text + "\"");
        }
        return new Minor(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    @Override
    public int compareTo(Minor other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
