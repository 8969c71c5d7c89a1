package dev.koshin.journal;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.TokenId;
import dev.koshin.model.UserId;

/** A value that was once presented to GitLab, and which token it turned out to be. Never changes. */
public record KnownToken(Fingerprint fingerprint, TokenId id, UserId user) {}
