package dev.koshin.app.cli;

import dev.koshin.app.messages.Messages;
import dev.koshin.app.view.Screen;
import dev.koshin.app.wiring.Installation;
import dev.koshin.app.wiring.Wiring;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the command line, with the options that every command has. */
@Command(
        name = "koshin",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        usageHelpAutoWidth = true)
final class Koshin implements Runnable {
    /** Stands in until picocli has set the parent of a command. */
    static final Koshin NONE = new Koshin(Messages.of(Locale.ENGLISH));

    private final Messages messages;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT)
    private @Nullable Path config;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            defaultValue = "text",
            scope = ScopeType.INHERIT)
    private Output output = Output.text;

    @SuppressWarnings("UnusedVariable") // CommandLines reads it before parsing; here it is checked and documented
    @Option(names = "--lang", paramLabel = "en|ja", scope = ScopeType.INHERIT)
    private Language language = Language.en;

    @SuppressWarnings("UnusedVariable") // as above
    @Option(names = "--no-color", scope = ScopeType.INHERIT)
    private boolean noColor;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT)
    private boolean verbose;

    Koshin(Messages messages) {
        this.messages = messages;
    }

    /** How results are printed. */
    enum Output {
        text,
        json
    }

    /** The languages of messages; {@link CommandLines} reads the option itself, before the parser prints anything. */
    enum Language {
        en,
        ja
    }

    Screen screen() {
        CommandLine line = spec.commandLine();
        return new Screen(line.getOut(), line.getErr(), messages, ZoneId.systemDefault(), output == Output.json);
    }

    Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    boolean verbose() {
        return verbose;
    }

    /** What makes the parser's handler complain about the command that {@code spec} describes. */
    Misused misused(CommandSpec command, String key) {
        return new Misused(command.commandLine(), messages.text(key));
    }

    /** The installation of the configuration; a dry run only reads. */
    Installation installation(boolean dryRun) {
        return dryRun ? Wiring.reading(config()) : Wiring.writing(config(), new Onlooker(screen()));
    }

    /** Whether the work of {@code command} may begin: {@code --yes} says so, or a person at the terminal. */
    boolean confirmed(CommandSpec command, boolean yes, String question) {
        return yes
                || Terminal.asksYes(screen(), messages.text(question))
                        .orElseThrow(() -> misused(command, "ask.no-terminal"));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
