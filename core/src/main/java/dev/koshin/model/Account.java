package dev.koshin.model;

/** The GitLab user that a credential's tokens belong to. */
public record Account(UserId id, String name) {}
