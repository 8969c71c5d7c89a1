package dev.koshin.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What must be known before the command line is parsed: how the parser itself is to speak. */
record Early(List<String> args, Map<String, String> environment) {

    Locale locale() {
        return value("--lang")
                .map(Locale::of)
                .or(this::wished)
                .orElseGet(() -> Locale.getDefault(Locale.Category.DISPLAY));
    }

    /**
     * The language of the environment. Java itself says English where the operating system does not have that locale,
     * as in most containers; Koshin's messages need none of it.
     */
    private Optional<Locale> wished() {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(wish -> !wish.isBlank())
                .findFirst()
                .filter(wish -> wish.matches("[a-z]{2,3}([_.@].*)?"))
                .map(wish -> Locale.of(wish.split("[_.@]", 2)[0]));
    }

    boolean json() {
        return value("--output")
                .or(() -> value("-o"))
                .filter("json"::equalsIgnoreCase)
                .isPresent();
    }

    boolean verbose() {
        return args.contains("-v") || args.contains("--verbose");
    }

    boolean noColor() {
        return args.contains("--no-color");
    }

    /** Of {@code -o json}, {@code -o=json}, {@code -ojson} or the long forms; the first that is given. */
    private Optional<String> value(String option) {
        return IntStream.range(0, args.size())
                .mapToObj(i -> value(option, i))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> value(String option, int at) {
        String arg = args.get(at);
        if (arg.equals(option)) {
            return at + 1 < args.size() ? Optional.of(args.get(at + 1)) : Optional.empty();
        }
        String attached = option.startsWith("--") ? option + "=" : option;
        return arg.startsWith(attached)
                ? Optional.of(arg.substring(attached.length()).replaceFirst("^=", ""))
                : Optional.empty();
    }
}
