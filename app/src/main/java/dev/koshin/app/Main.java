package dev.koshin.app;

import dev.koshin.app.cli.CommandLines;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Starts Koshin. */
public final class Main {
    private Main() {}

    /** Ends the process with the exit code of the command. */
    @SuppressWarnings("SystemOut") // the one place where the standard streams are handed over
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(CommandLines.run(args, out, err));
    }
}
