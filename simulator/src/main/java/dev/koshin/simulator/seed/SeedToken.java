package dev.koshin.simulator.seed;

import dev.koshin.simulator.state.Resource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A token in a seed. Exactly one of {@code value} and {@code digest} is given.
 *
 * @param expiresAt empty: never
 * @param value what a client sends
 * @param digest SHA-256 of the value, 64 hexadecimal digits
 * @param createdAt empty: when the seed is loaded
 * @param previousId the token that was rotated into this one
 */
public record SeedToken(
        long id,
        long userId,
        String name,
        List<String> scopes,
        Optional<LocalDate> expiresAt,
        boolean revoked,
        Optional<String> value,
        Optional<String> digest,
        Optional<Instant> createdAt,
        Optional<String> description,
        Optional<Instant> lastUsedAt,
        Optional<Long> previousId,
        boolean impersonation,
        Optional<Resource> resource) {

    /** Copies the list; refuses a token without a name or scopes. */
    public SeedToken {
        Objects.requireNonNull(name, "a token needs a name");
        scopes = List.copyOf(Objects.requireNonNull(scopes, "a token needs scopes"));
    }

    /** The same token, made at this time. */
    public SeedToken createdAt(Instant at) {
        return copy(revoked, Optional.of(at), impersonation);
    }

    /** The same token, revoked. */
    public SeedToken withRevoked() {
        return copy(true, createdAt, impersonation);
    }

    /** The same token, made by an admin in the user's name. */
    public SeedToken withImpersonation() {
        return copy(revoked, createdAt, true);
    }

    private SeedToken copy(boolean dead, Optional<Instant> made, boolean byAdmin) {
        return new SeedToken(
                id,
                userId,
                name,
                scopes,
                expiresAt,
                dead,
                value,
                digest,
                made,
                description,
                lastUsedAt,
                previousId,
                byAdmin,
                resource);
    }

    /** A live token with a value. */
    public static SeedToken of(
            long id, long userId, String name, List<String> scopes, LocalDate expiresAt, String value) {
        return new SeedToken(
                id,
                userId,
                name,
                scopes,
                Optional.of(expiresAt),
                false,
                Optional.of(value),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "SeedToken[id=" + id + ", userId=" + userId + ", name=" + name + "]";
    }
}
