package dev.koshin.simulator.state;

import java.time.Instant;

/**
 * A project or group as it is.
 *
 * @param path with those of all groups above it: {@code level-1/level-2}
 * @param open anybody may read it
 */
public record Space(Place place, String path, String name, boolean open, Instant createdAt) {
    /** Refuses what no GitLab holds. */
    public Space {
        if (place.id() <= 0 || path.isBlank()) {
            throw new IllegalArgumentException("a " + place.kind().word() + " has a positive id and a path");
        }
    }

    /** The path of the group or user above it; empty when there is none. */
    public String parent() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last part of the path. */
    public String leaf() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
