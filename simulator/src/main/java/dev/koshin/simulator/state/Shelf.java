package dev.koshin.simulator.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Things that lie in projects, groups, or the instance itself. Not thread-safe: {@link World} guards it.
 *
 * @param <K> where they lie
 * @param <T> what lies there
 */
public final class Shelf<K, T> {
    private final Map<K, List<T>> things = new HashMap<>();
    private final String kind;
    private final Changes changes;
    private long last;

    Shelf(String kind, Changes changes) {
        this.kind = kind;
        this.changes = changes;
    }

    /** The number that the next one gets. */
    public long nextId() {
        return last + 1;
    }

    /** Adds one at the end, with this number. */
    public void add(K place, long id, T thing) {
        things.computeIfAbsent(place, _ -> new ArrayList<>()).add(thing);
        last = Math.max(last, id);
        changes.made(kind, id);
    }

    /** A live view of what lies in a place. */
    public List<T> in(K place) {
        return Collections.unmodifiableList(things.getOrDefault(place, List.of()));
    }

    /** Everything, by place; a live view. */
    public Map<K, List<T>> all() {
        return Collections.unmodifiableMap(things);
    }

    /** Puts one in the place of another. */
    public void replace(K place, long id, T old, T thing) {
        List<T> here = things.getOrDefault(place, new ArrayList<>());
        here.set(here.indexOf(old), thing);
        changes.changed(kind, id);
    }

    /** Takes one away. */
    public void remove(K place, long id, Predicate<T> which) {
        if (things.getOrDefault(place, new ArrayList<>()).removeIf(which)) {
            changes.deleted(kind, id);
        }
    }
}
