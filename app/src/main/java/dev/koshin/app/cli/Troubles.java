package dev.koshin.app.cli;

import dev.koshin.app.messages.Messages;
import dev.koshin.app.view.ErrorView;
import dev.koshin.app.view.Located;
import dev.koshin.app.view.Screen;
import dev.koshin.app.wiring.Failure;
import dev.koshin.journal.JournalUnavailable;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a message and an exit code. */
final class Troubles {
    private Troubles() {}

    /** What is wrong with the arguments, in picocli's own words where it has found it. */
    static int usage(Screen screen, ParameterException thrown) {
        Messages messages = screen.messages();
        ErrorView.print(screen, "usage", what(messages, thrown), messages.text("usage.remedy", help(thrown)));
        if (thrown instanceof UnmatchedArgumentException unmatched) {
            UnmatchedArgumentException.printSuggestions(unmatched, screen.err());
        }
        screen.err().flush();
        return Exit.USAGE.code();
    }

    private static String what(Messages messages, ParameterException thrown) {
        return switch (thrown) {
            case UnmatchedArgumentException unmatched ->
                messages.text("usage.unmatched", String.join(" ", unmatched.getUnmatched()));
            case Misused misused -> misused.text();
            default ->
                messages.text(
                        "usage.wrong", Optional.ofNullable(thrown.getMessage()).orElse(""));
        };
    }

    private static String help(ParameterException thrown) {
        return thrown.getCommandLine().getCommandSpec().qualifiedName() + " --help";
    }

    /** What a command could not go on for. */
    static int thrown(Screen screen, Exception thrown, boolean verbose) {
        return switch (thrown) {
            case Failure failure -> {
                ErrorView.print(screen, failure.problems());
                yield (failure.isUsage() ? Exit.USAGE : Exit.FAILED).code();
            }
            case JournalUnavailable unavailable -> {
                ErrorView.print(screen, List.of(new Located("", unavailable.problem())));
                yield Exit.FAILED.code();
            }
            default -> bug(screen, thrown, verbose);
        };
    }

    private static int bug(Screen screen, Exception thrown, boolean verbose) {
        Messages messages = screen.messages();
        ErrorView.print(
                screen,
                "internal",
                messages.text("usage.internal", thrown.getClass().getName()),
                messages.text("usage.internal.remedy"));
        if (verbose) {
            thrown.printStackTrace(screen.err());
            screen.err().flush();
        }
        return Exit.FAILED.code();
    }
}
