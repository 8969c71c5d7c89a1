package dev.koshin.simulator.seed;

import dev.koshin.simulator.state.Place;
import dev.koshin.simulator.state.Space;
import dev.koshin.simulator.state.Spaces;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A project or group.
 *
 * @param path with those of all groups above it
 * @param name empty: the last part of the path
 * @param open anybody may read it
 * @param members the level (10 to 50) of each by user id; empty: nobody
 */
public record SeedSpace(
        long id,
        String path,
        Optional<String> name,
        boolean open,
        Optional<Instant> createdAt,
        Optional<Map<Long, Integer>> members) {
    /** Refuses one without a path. */
    public SeedSpace {
        Objects.requireNonNull(path, "a project or group needs a path");
        members = members.map(Map::copyOf);
    }

    /** A private one with these members. */
    public static SeedSpace of(long id, String path, Map<Long, Integer> members) {
        return new SeedSpace(id, path, Optional.empty(), false, Optional.empty(), Optional.of(members));
    }

    static SeedSpace of(Space space, Spaces spaces) {
        return new SeedSpace(
                space.place().id(),
                space.path(),
                Optional.of(space.name()),
                space.open(),
                Optional.of(space.createdAt()),
                Optional.of(spaces.members(space.place())));
    }

    void addTo(Spaces spaces, Place.Kind kind, Instant now) {
        Place place = new Place(kind, id);
        String leaf = path.substring(path.lastIndexOf('/') + 1);
        spaces.add(new Space(place, path, name.orElse(leaf), open, createdAt.orElse(now)));
        members.orElse(Map.of()).forEach((user, level) -> spaces.join(place, user, level));
    }
}
