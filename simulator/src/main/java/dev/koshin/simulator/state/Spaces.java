package dev.koshin.simulator.state;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All projects and groups, and who belongs to them. Not thread-safe: {@link World} guards it. */
public final class Spaces {
    /** The level of an owner, the highest that there is. */
    public static final int OWNER = 50;

    private final Index projects = new Index();
    private final Index groups = new Index();
    private final Map<Place, Map<Long, Integer>> members = new HashMap<>();
    private final Changes changes;

    Spaces(Changes changes) {
        this.changes = changes;
    }

    /**
     * Adds a project or group.
     *
     * @throws IllegalArgumentException when its id or path is taken
     */
    public void add(Space space) {
        Place place = space.place();
        if (index(place.kind()).byId.containsKey(place.id())
                || find(place.kind(), space.path()).isPresent()) {
            throw new IllegalArgumentException(
                    "two " + place.kind().word() + "s with id " + place.id() + " or path " + space.path());
        }
        index(place.kind()).byId.put(place.id(), space);
        index(place.kind()).byPath.put(key(space.path()), space);
        changes.made(place.kind().word(), place.id());
    }

    /** Forgets a project or group. */
    public void remove(Space space) {
        Place place = space.place();
        index(place.kind()).byId.remove(place.id());
        index(place.kind()).byPath.remove(key(space.path()));
        members.remove(place);
        changes.deleted(place.kind().word(), place.id());
    }

    /** The id that the next one of a kind gets. */
    public long nextId(Place.Kind kind) {
        return index(kind).byId.isEmpty() ? 1 : index(kind).byId.lastKey() + 1;
    }

    /** The one with this id. */
    public Optional<Space> find(Place place) {
        return Optional.ofNullable(index(place.kind()).byId.get(place.id()));
    }

    /** The one with this whole path, in any case. */
    public Optional<Space> find(Place.Kind kind, String path) {
        return Optional.ofNullable(index(kind).byPath.get(key(path)));
    }

    /** A live view, ids ascending. */
    public Collection<Space> all(Place.Kind kind) {
        return Collections.unmodifiableCollection(index(kind).byId.values());
    }

    /** Gives somebody a level (10 to 50) in a place. */
    public void join(Place place, long userId, int level) {
        members.computeIfAbsent(place, _ -> new HashMap<>()).put(userId, level);
    }

    /** Who belongs directly to a place, with the level of each; a live view. */
    public Map<Long, Integer> members(Place place) {
        return Collections.unmodifiableMap(members.getOrDefault(place, Map.of()));
    }

    /** The level of a user in a place or in any group above it, 0 for none; who owns the namespace is its owner. */
    public int level(User user, Space space) {
        int level = members(space.place()).getOrDefault(user.id(), 0);
        if (key(space.parent()).equals(key(user.username()))) {
            return OWNER;
        }
        return find(Place.Kind.GROUP, space.parent())
                .map(parent -> Math.max(level, level(user, parent)))
                .orElse(level);
    }

    private Index index(Place.Kind kind) {
        return switch (kind) {
            case PROJECT -> projects;
            case GROUP -> groups;
        };
    }

    private static final class Index {
        private final TreeMap<Long, Space> byId = new TreeMap<>();
        private final Map<String, Space> byPath = new HashMap<>();
    }

    private static String key(String path) {
        return path.toLowerCase(Locale.ROOT);
    }
}
