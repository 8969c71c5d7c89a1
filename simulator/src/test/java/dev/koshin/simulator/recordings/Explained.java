package dev.koshin.simulator.recordings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A difference that is as it should be. The list is {@code recordings/explained.tsv}: version, exchange and what
 * differs as regular expressions for the whole text, then the reason.
 *
 * @param version {@code 17\.11\..*}
 * @param exchange {@code paths/TestGitlabClient_Metadata#0 GET /metadata}
 * @param what {@code header x-page}
 */
record Explained(Pattern version, Pattern exchange, Pattern what, String reason) {
    private static final String LIST = "/recordings/explained.tsv";

    /** Lines that are empty or begin with {@code #} are left out. */
    static List<Explained> list() {
        try (InputStream list = Objects.requireNonNull(Explained.class.getResourceAsStream(LIST), LIST)) {
            return new String(list.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Explained::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Explained parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 4 || columns[3].isBlank()) {
            throw new IllegalArgumentException("not version, exchange, what and reason, with tabs between: " + line);
        }
        return new Explained(
                Pattern.compile(columns[0]), Pattern.compile(columns[1]), Pattern.compile(columns[2]), columns[3]);
    }

    boolean covers(Finding finding) {
        return version.matcher(finding.cassette().version()).matches()
                && exchange.matcher(finding.exchangeName()).matches()
                && what.matcher(finding.difference().what()).matches();
    }

    boolean about(String otherVersion) {
        return version.matcher(otherVersion).matches();
    }
}
