package dev.koshin.model;

/** GitLab's own number for a user: positive, unique within one GitLab instance. */
public record UserId(long value) {
    public UserId {
        if (value <= 0) {
            throw new IllegalArgumentException("GitLab user ids are positive: " + value);
        }
    }
}
