package dev.koshin.model;

import java.util.Optional;

/**
 * A value that a renewal replaces.
 *
 * @param id empty when the value was dead and GitLab would not say which token it had been
 */
public record OldToken(Optional<TokenId> id, Fingerprint fingerprint) {}
