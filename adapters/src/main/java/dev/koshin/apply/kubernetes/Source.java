package dev.koshin.apply.kubernetes;

/** Where a container takes its environment variable from. */
record Source(String container, String secret, String key) {}
