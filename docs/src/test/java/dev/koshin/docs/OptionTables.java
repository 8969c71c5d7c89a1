package dev.koshin.docs;

import dev.koshin.app.cli.CommandLines;
import dev.koshin.app.messages.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The tables of options in the reference of commands, by the name of the command, made from the commands themselves.
 */
final class OptionTables {
    private static final Map<String, String> HEADS =
            Map.of("en", "| Option | What |\n| --- | --- |\n", "ja", "| オプション | 内容 |\n| --- | --- |\n");

    private OptionTables() {}

    /** For commands that have options of their own; those that all have are under {@code koshin}. */
    static Map<String, String> of(String language) {
        CommandLine koshin = CommandLines.model(Messages.of(Locale.of(language)));
        Map<String, String> tables = new TreeMap<>();
        Stream.concat(Stream.of(koshin), koshin.getSubcommands().values().stream())
                .map(CommandLine::getCommandSpec)
                .forEach(command -> own(command)
                        .map(OptionTables::row)
                        .reduce(String::concat)
                        .ifPresent(rows -> tables.put(command.name(), HEADS.get(language) + rows)));
        return tables;
    }

    private static Stream<OptionSpec> own(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden() && !option.inherited())
                .filter(option -> command.parent() == null || !(option.usageHelp() || option.versionHelp()));
    }

    private static String row(OptionSpec option) {
        String names = Arrays.stream(option.names()).collect(Collectors.joining("`, `", "`", ""));
        String value =
                option.arity().max() == 0 ? "" : " " + option.paramLabel().replace("|", "\\|");
        return "| " + names + value + "` | " + String.join(" ", option.description()) + " |\n";
    }
}
