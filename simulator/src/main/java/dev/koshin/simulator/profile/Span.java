package dev.koshin.simulator.profile;

/**
 * From which release on something exists, and from which on no more.
 *
 * <p>Written as {@code 17.7} (from there on), {@code ..18.0} (before it) or {@code 16.0..18.0}; an empty text: always.
 */
record Span(Minor since, Minor until) {
    private static final Minor FIRST = new Minor(0, 0);
    private static final Minor LAST = new Minor(Integer.MAX_VALUE, 0);

    static Span of(String text) {
        int dots = text.indexOf("..");
        String since = dots < 0 ? text : text.substring(0, dots);
        String until = dots < 0 ? "" : text.substring(dots + 2);
        return new Span(since.isEmpty() ? FIRST : Minor.of(since), until.isEmpty() ? LAST : Minor.of(until));
    }

    boolean holds(Minor release) {
        return release.compareTo(since) >= 0 && release.compareTo(until) < 0;
    }
}
