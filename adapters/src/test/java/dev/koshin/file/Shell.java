package dev.koshin.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A real {@code sh} that sources a file, as Exastro's installer does. */
public final class Shell {
    private static final String SOURCE =
            "f=$1; shift; . \"$f\"; for n; do eval \"printf '%s\\\\0' \\\"\\${$n}\\\"\"; done";

    private Shell() {}

    /** What each of {@code names} is after sourcing {@code file}; empty if the shell gave up. */
    public static Optional<Map<String, String>> sourced(Path file, Collection<String> names) {
        List<String> command = new ArrayList<>(List.of("env", "-i", "sh", "-euc", SOURCE, "sh", file.toString()));
        command.addAll(names);
        Optional<String> written = output(command);
        return written.map(text -> {
            Map<String, String> values = new TreeMap<>();
            String[] parts = text.split("\0", -1);
            int at = 0;
            for (String name : names) {
                values.put(name, parts[at++]);
            }
            return values;
        });
    }

    /** What a program writes; empty if it cannot be started or fails. */
    public static Optional<String> output(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
            String written = new String(process.getInputStream().readAllBytes(), UTF_8);
            return process.waitFor() == 0 ? Optional.of(written) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
