package dev.koshin.journal;

import java.util.LinkedHashSet;
import java.util.Set;

/** Sets that are never changed. */
final class Sets {
    private Sets() {}

    static <T> Set<T> plus(Set<T> set, T one) {
        Set<T> more = new LinkedHashSet<>(set);
        more.add(one);
        return Set.copyOf(more);
    }
}
