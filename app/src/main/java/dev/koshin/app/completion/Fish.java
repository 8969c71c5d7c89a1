package dev.koshin.app.completion;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes fish's own form, one line for each command and option; the parser's library knows bash and zsh only. */
final class Fish {
    private Fish() {}

    static String script(CommandLine koshin) {
        String name = koshin.getCommandName();
        Stream<String> commands = koshin.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden())
                .flatMap(command ->
                        Stream.concat(Stream.of(command(name, command)), options(name, seen(command), command)));
        return Stream.concat(
                        Stream.concat(
                                Stream.of("complete -c " + name + " -f"),
                                options(name, "__fish_use_subcommand", koshin.getCommandSpec())),
                        commands)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String command(String name, CommandSpec command) {
        return "complete -c " + name + " -n __fish_use_subcommand -a " + command.name()
                + described(command.usageMessage().header());
    }

    private static String seen(CommandSpec command) {
        return quoted("__fish_seen_subcommand_from " + command.name());
    }

    private static Stream<String> options(String name, String when, CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .map(option -> "complete -c " + name + " -n " + when + names(option) + values(option)
                        + described(option.description()));
    }

    private static String names(OptionSpec option) {
        return Stream.of(option.names())
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(Collectors.joining());
    }

    /** Of an option with a value: the values if they are few, files if it is one. */
    private static String values(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        return Optional.ofNullable(option.completionCandidates())
                .map(candidates -> " -x -a " + quoted(String.join(" ", candidates)))
                .orElse(option.typeInfo().getType().equals(Path.class) ? " -r -F" : " -x");
    }

    private static String described(String[] text) {
        String first = Stream.of(text).findFirst().orElse("");
        return " -d " + quoted(Ansi.OFF.string(first.replace("%n", " ").replace("%%", "%")));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
