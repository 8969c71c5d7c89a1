package dev.koshin.model;

/** A token as the journal knows it: GitLab's id, and the fingerprint of its value. Never the value. */
public record TokenRef(TokenId id, Fingerprint fingerprint) {}
