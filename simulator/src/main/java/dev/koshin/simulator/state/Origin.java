package dev.koshin.simulator.state;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where a token comes from.
 *
 * @param previous the token that it was rotated from
 * @param impersonation made by an admin in the user's name, and hidden from the user
 * @param resource the project or group whose token it is
 */
public record Origin(
        Instant createdAt, Digest digest, OptionalLong previous, boolean impersonation, Optional<Resource> resource) {
    /** A personal token with no past. */
    public static Origin fresh(Instant createdAt, Digest digest) {
        return new Origin(createdAt, digest, OptionalLong.empty(), false, Optional.empty());
    }

    /** A token with no past, made by an admin in the user's name. */
    public static Origin impersonation(Instant createdAt, Digest digest) {
        return new Origin(createdAt, digest, OptionalLong.empty(), true, Optional.empty());
    }

    /** A token with no past, of a project or group. */
    public static Origin of(Resource resource, Instant createdAt, Digest digest) {
        return new Origin(createdAt, digest, OptionalLong.empty(), false, Optional.of(resource));
    }

    /** The origin of the token that follows this one, of the same kind. */
    public Origin next(long id, Instant now, Digest other) {
        return new Origin(now, other, OptionalLong.of(id), impersonation, resource);
    }

    Origin with(Digest other) {
        return new Origin(createdAt, other, previous, impersonation, resource);
    }
}
