package dev.koshin.app.cli;

import java.io.Serial;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The arguments can be read, but make no sense; said in the operator's language. */
final class Misused extends ParameterException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String text;

    Misused(CommandLine command, String text) {
        super(command, text);
        this.text = text;
    }

    String text() {
        return text;
    }
}
