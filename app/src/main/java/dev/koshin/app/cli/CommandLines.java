package dev.koshin.app.cli;

import dev.koshin.app.messages.Messages;
import dev.koshin.app.view.Screen;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Makes and runs the command line. */
public final class CommandLines {
    private static final String USAGE = "dev.koshin.app.messages.usage";

    private CommandLines() {}

    /** Runs the command that {@code args} name, and answers the exit code of the process. */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        Early early = new Early(List.of(args), System.getenv());
        logging(early);
        Koshin koshin = new Koshin(Messages.of(early.locale()));
        int code = made(koshin, early, out, err).execute(args);
        if (code == Exit.OK.code() && out.checkError()) {
            koshin.screen().note(koshin.screen().messages().text("usage.output-lost"));
            return Exit.FAILED.code();
        }
        return code;
    }

    /** All commands and options, with their texts in the language of {@code messages}; for who describes them. */
    public static CommandLine model(Messages messages) {
        return described(new Koshin(messages), messages, List.of());
    }

    private static CommandLine described(Koshin koshin, Messages messages, List<String> args) {
        CommandLine line = new CommandLine(koshin);
        Subcommands.addTo(line, args);
        line.setResourceBundle(ResourceBundle.getBundle(USAGE, messages.locale()));
        return line;
    }

    private static CommandLine made(Koshin koshin, Early early, PrintWriter out, PrintWriter err) {
        Messages messages = Messages.of(early.locale());
        CommandLine line = described(koshin, messages, early.args());
        line.setOut(out);
        line.setErr(err);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(early.noColor() ? Ansi.OFF : Ansi.AUTO));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        Screen unparsed = new Screen(out, err, messages, ZoneId.systemDefault(), early.json());
        line.setParameterExceptionHandler((thrown, _) -> Troubles.usage(unparsed, thrown));
        line.setExecutionExceptionHandler((thrown, _, _) -> Troubles.thrown(koshin.screen(), thrown, koshin.verbose()));
        return line;
    }

    /** Before the first logger is made. */
    private static void logging(Early early) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", early.verbose() ? "info" : "error");
        // The driver logs the server's own error texts, which can hold values.
        System.setProperty("org.slf4j.simpleLogger.log.org.mariadb", "off");
        System.setProperty("org.slf4j.simpleLogger.showThreadName", "false");
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    }
}
