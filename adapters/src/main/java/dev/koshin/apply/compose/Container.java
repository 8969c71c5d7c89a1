package dev.koshin.apply.compose;

import dev.koshin.model.Fingerprint;
import dev.koshin.model.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A container as the engine describes it; its environment only as fingerprints of the words in it.
 *
 * @param health what its own check says; empty without a check
 * @param restarts how often the engine has started it again
 */
record Container(
        String id,
        Path project,
        String status,
        String health,
        int restarts,
        Optional<Instant> started,
        Set<Fingerprint> words) {
    private static final int SHORT = 12;

    /** A script in a variable holds the value among other words, so each word counts. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{8,}");

    static Container of(JsonNode json) {
        JsonNode config = json.path("Config");
        JsonNode state = json.path("State");
        JsonNode health = state.has("Health") ? state.path("Health") : state.path("Healthcheck");
        Set<Fingerprint> words = new HashSet<>();
        config.path("Env").forEach(variable -> words.addAll(words(variable.asString(""))));
        return new Container(
                json.path("Id").asString(""),
                Path.of(config.path("Labels")
                        .path("com.docker.compose.project.working_dir")
                        .asString("")),
                state.path("Status").asString(""),
                health.path("Status").asString(""),
                json.path("RestartCount").asInt(0),
                instant(state.path("StartedAt").asString("")),
                words);
    }

    private static Set<Fingerprint> words(String variable) {
        String value = variable.substring(variable.indexOf('=') + 1);
        return WORD.matcher(value)
                .results()
                .map(MatchResult::group)
                .map(word -> Secret.of(word).fingerprint())
                .collect(Collectors.toSet());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    String shortId() {
        return id.substring(0, Math.min(SHORT, id.length()));
    }

    boolean holds(Fingerprint value) {
        return words.contains(value);
    }

    boolean runs() {
        return status.equals("running");
    }

    /** A container that is started again and again was running a moment ago, or will be. */
    boolean loops() {
        return status.equals("restarting") || (restarts > 2 && !health.equals("healthy"));
    }
}
