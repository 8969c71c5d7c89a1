package dev.koshin.app.cli;

import dev.koshin.app.Failure;
import dev.koshin.app.messages.Messages;
import dev.koshin.app.view.Screen;
import dev.koshin.journal.JournalUnavailable;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** Makes and runs the command line, and turns problems into messages and exit codes. */
public final class CommandLines {
    private static final String USAGE = "dev.koshin.app.messages.usage";

    private CommandLines() {}

    /** Runs the command that {@code args} name, and answers the exit code of the process. */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        Locale locale = language(Arrays.asList(args));
        Messages messages = Messages.of(locale);
        logging(Arrays.asList(args));
        CommandLine line = new CommandLine(new Koshin(messages));
        line.setResourceBundle(ResourceBundle.getBundle(USAGE, messages.locale()));
        line.setOut(out);
        line.setErr(err);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(color(Arrays.asList(args))));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((thrown, _, parsed) -> handled(thrown, messages, out, err, parsed));
        return line.execute(args);
    }

    /** Before parsing, as the parser's own messages are in that language too. */
    private static Locale language(List<String> args) {
        int at = args.indexOf("--lang");
        if (at >= 0 && at + 1 < args.size()) {
            return Locale.of(args.get(at + 1));
        }
        return args.stream()
                .filter(arg -> arg.startsWith("--lang="))
                .map(arg -> Locale.of(arg.substring("--lang=".length())))
                .findFirst()
                .orElseGet(() -> Locale.getDefault(Locale.Category.DISPLAY));
    }

    private static Ansi color(List<String> args) {
        return args.contains("--no-color") ? Ansi.OFF : Ansi.AUTO;
    }

    /** Before the first logger is made. */
    private static void logging(List<String> args) {
        boolean verbose = args.contains("-v") || args.contains("--verbose");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "info" : "error");
        // The driver logs the server's own error texts, which can hold values.
        System.setProperty("org.slf4j.simpleLogger.log.org.mariadb", "off");
        System.setProperty("org.slf4j.simpleLogger.showThreadName", "false");
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    }

    private static int handled(
            Exception thrown, Messages messages, PrintWriter out, PrintWriter err, ParseResult parsed) {
        Screen screen = new Screen(out, err, messages, ZoneId.systemDefault(), json(parsed));
        return switch (thrown) {
            case Failure failure -> {
                failure.problems().forEach(located -> screen.problem(located.place(), located.problem()));
                yield (failure.isUsage() ? Exit.USAGE : Exit.FAILED).code();
            }
            case JournalUnavailable unavailable -> {
                screen.problem("", unavailable.problem());
                yield Exit.FAILED.code();
            }
            default -> bug(screen, thrown, parsed);
        };
    }

    private static boolean json(ParseResult parsed) {
        return parsed.originalArgs().contains("json");
    }

    private static int bug(Screen screen, Exception thrown, ParseResult parsed) {
        screen.note(screen.messages().text("usage.internal", thrown.getClass().getName()));
        if (parsed.originalArgs().contains("-v")) {
            thrown.printStackTrace(screen.err());
        }
        return Exit.FAILED.code();
    }
}
