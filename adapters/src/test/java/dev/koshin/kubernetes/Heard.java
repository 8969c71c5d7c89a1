package dev.koshin.kubernetes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request as it came over the line. */
public record Heard(String method, String target, Map<String, String> headers, String body) {
    /** Empty at the end of the stream. */
    static Optional<Heard> read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        List<String> words = List.of(first.split(" ", -1));
        return Optional.of(new Heard(words.get(0), words.get(1), headers, new String(in.readNBytes(length), UTF_8)));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }

    String path() {
        return target.split("\\?", 2)[0];
    }

    List<String> segments() {
        return Stream.of(path().substring(1).split("/", -1)).map(Heard::decoded).toList();
    }

    /** The values of a parameter in their order. */
    List<String> query(String name) {
        List<String> values = new ArrayList<>();
        if (target.contains("?")) {
            for (String pair : target.split("\\?", 2)[1].split("&", -1)) {
                List<String> parts = List.of(pair.split("=", 2));
                if (parts.get(0).equals(name)) {
                    values.add(decoded(parts.get(1)));
                }
            }
        }
        return values;
    }

    Optional<String> only(String name) {
        return query(name).stream().findFirst();
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    /** Without the body. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}
