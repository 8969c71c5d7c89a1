package dev.koshin.simulator.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes seeds as JSON. Unknown keys are an error. */
public final class SeedFiles {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private SeedFiles() {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when it is no seed; the message names the place
     * @throws UncheckedIOException when it cannot be read
     */
    public static Seed read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the seed " + file, e);
        }
    }

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException when it is no seed; the message names the place
     */
    public static Seed parse(String json) {
        return read(json, Seed.class, "not a seed: ");
    }

    /**
     * The settings in a JSON text.
     *
     * @throws IllegalArgumentException when there are none; the message says where and why
     */
    public static SeedSettings parseSettings(String json) {
        return read(json, SeedSettings.class, "not settings: ");
    }

    private static <T> T read(String json, Class<T> type, String problem) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(problem + e.getOriginalMessage() + place(e), e);
        }
    }

    private static String place(JacksonException e) {
        String path = e.getPathReference();
        return path.isEmpty() ? "" : " at " + path.replaceAll("[a-zA-Z.]+\\.", "");
    }

    /** The text that {@link #parse} reads back. Holds the values that the seed holds. */
    public static String write(Seed seed) {
        return JSON.writeValueAsString(seed);
    }
}
