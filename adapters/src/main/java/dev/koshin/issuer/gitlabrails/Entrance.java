package dev.koshin.issuer.gitlabrails;

import dev.koshin.process.Inside;
import java.util.List;
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
            case RailsPlace.Within(Inside inside) -> inside.name();
            case RailsPlace.Ssh(String host, var _) -> "ssh " + host;
        };
        return RAILS + " (" + where + ")";
    }

    /** Runs {@code script}, which finds its values in the standard input. */
    List<String> runner(String script) {
        String program = place instanceof RailsPlace.Local(String local) ? local : RAILS;
        return there(true, List.of(program, "runner", script));
    }

    /** Looks whether {@code gitlab-rails} is there, without starting Ruby. */
    List<String> look() {
        List<String> words = place instanceof RailsPlace.Local(String program)
                ? List.of("sh", "-c", "command -v \"$1\"", "sh", program)
                : List.of("sh", "-c", "command -v " + RAILS);
        return there(false, words);
    }

    private List<String> there(boolean input, List<String> words) {
        return switch (place) {
            case RailsPlace.Local _ -> words;
            case RailsPlace.Within(Inside inside) -> inside.exec(input, words);
            case RailsPlace.Ssh(String host, List<String> prefix) ->
                List.of("ssh", "-o", "BatchMode=yes", host, remote(prefix, words));
        };
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
