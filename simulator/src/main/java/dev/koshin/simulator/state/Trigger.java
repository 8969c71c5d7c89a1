package dev.koshin.simulator.state;

import java.time.Instant;

/**
 * A pipeline trigger token.
 *
 * @param value kept in clear, because GitLab shows it to its owner again and again
 */
public record Trigger(
        long id, Place place, String value, String description, Instant createdAt, Instant updatedAt, long ownerId) {
    /** Described in other words. */
    public Trigger described(String other, Instant now) {
        return new Trigger(id, place, value, other, createdAt, now, ownerId);
    }

    @Override
    public String toString() {
        return "Trigger[id=" + id + ", place=" + place + "]";
    }
}
