package dev.koshin.simulator.recordings;

import dev.koshin.simulator.recordings.Exchange.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One recorded file.
 *
 * @param version of the server, {@code 17.11.7}; {@code saas} for gitlab.com
 * @param name suite and file without its ending: {@code paths/TestGitlabClient_Metadata}
 */
record Cassette(String version, String name, List<Exchange> exchanges) {
    private static final String API = "/api/v4";

    /** @param file {@code SUITE/VERSION/NAME.yaml} or {@code saas/NAME.yaml} in {@code folder} */
    static Cassette read(Path folder, Path file) throws IOException {
        Path place = folder.relativize(file);
        String suite = place.getName(0).toString();
        String version = place.getNameCount() == 3 ? place.getName(1).toString() : suite;
        String name = suite + "/" + place.getFileName().toString().replaceFirst("\\.yaml$", "");
        LoadSettings settings = LoadSettings.builder().setLabel(name).build();
        JsonNode root = JsonMapper.shared().valueToTree(new Load(settings).loadFromString(Files.readString(file)));
        return new Cassette(
                version,
                name,
                root.path("interactions").valueStream().map(Cassette::exchange).toList());
    }

    private static Exchange exchange(JsonNode node) {
        JsonNode request = node.path("request");
        JsonNode response = node.path("response");
        URI url = URI.create(request.path("url").asString());
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new Exchange(
                node.path("id").asInt(),
                request.path("method").asString(),
                url.getRawPath().substring(API.length()) + query,
                Optional.of(request.path("body").asString("")).filter(text -> !text.isEmpty()),
                new Answer(
                        response.path("code").asInt(),
                        headers(response.path("headers")),
                        response.path("body").asString("")));
    }

    private static Map<String, List<String>> headers(JsonNode node) {
        Map<String, List<String>> headers = new TreeMap<>();
        node.properties()
                .forEach(field -> headers.put(
                        field.getKey().toLowerCase(Locale.ROOT),
                        field.getValue().valueStream().map(JsonNode::asString).toList()));
        return headers;
    }
}
