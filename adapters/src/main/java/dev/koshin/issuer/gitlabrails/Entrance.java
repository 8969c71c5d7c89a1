package dev.koshin.issuer.gitlabrails;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command lines that lead to a place. Pure. */
final class Entrance {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,-]+");
    private static final String RAILS = "gitlab-rails";

    private final RailsPlace place;

    Entrance(RailsPlace place) {
        this.place = place;
    }

    /** For people: {@code gitlab-rails (docker exec gitlab)}. */
    String name() {
        String where = switch (place) {
            case RailsPlace.Local(String program) -> program.equals(RAILS) ? "local" : program;
            case RailsPlace.Docker(var program, String container) -> String.join(" ", program) + " exec " + container;
            case RailsPlace.Podman(var program, String container) -> String.join(" ", program) + " exec " + container;
            case RailsPlace.Kubernetes kubernetes -> String.join(" ", kubectl(kubernetes, List.of()));
            case RailsPlace.Ssh(String host, var _) -> "ssh " + host;
        };
        return RAILS + " (" + where + ")";
    }

    /** Runs {@code script}, which finds its values in the standard input. */
    List<String> runner(String script) {
        String program = place instanceof RailsPlace.Local(String local) ? local : RAILS;
        return there(List.of("-i"), List.of(program, "runner", script));
    }

    /** Looks whether {@code gitlab-rails} is there, without starting Ruby. */
    List<String> look() {
        List<String> words = place instanceof RailsPlace.Local(String program)
                ? List.of("sh", "-c", "command -v \"$1\"", "sh", program)
                : List.of("sh", "-c", "command -v " + RAILS);
        return there(List.of(), words);
    }

    private List<String> there(List<String> options, List<String> words) {
        return switch (place) {
            case RailsPlace.Local _ -> words;
            case RailsPlace.Docker(List<String> program, String container) -> exec(program, options, container, words);
            case RailsPlace.Podman(List<String> program, String container) -> exec(program, options, container, words);
            case RailsPlace.Kubernetes kubernetes ->
                Stream.of(kubectl(kubernetes, options), List.of("--"), words)
                        .flatMap(List::stream)
                        .toList();
            case RailsPlace.Ssh(String host, List<String> prefix) ->
                List.of("ssh", "-o", "BatchMode=yes", host, remote(prefix, words));
        };
    }

    private static List<String> exec(List<String> program, List<String> options, String container, List<String> words) {
        return Stream.of(program, List.of("exec"), options, List.of(container), words)
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> kubectl(RailsPlace.Kubernetes place, List<String> options) {
        List<String> line = new ArrayList<>(place.program());
        line.add("exec");
        line.addAll(options);
        line.addAll(option("-n", place.namespace()));
        line.addAll(option("-c", place.container()));
        line.add(place.workload());
        return line;
    }

    private static List<String> option(String name, Optional<String> value) {
        return value.map(given -> List.of(name, given)).orElseGet(List::of);
    }

    /** The shell at the other end splits what ssh hands over. */
    private static String remote(List<String> prefix, List<String> words) {
        return Stream.concat(prefix.stream(), words.stream())
                .map(Entrance::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
