package dev.koshin.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.spi.Effect;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of its own that replaces a file, once or until it is killed. */
final class Child {
    private Child() {}

    /** Starts one, as {@code prefix} says: another user, a limit of the system. */
    static Process start(List<String> prefix, Path file, String... texts) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto", "-cp", classes()));
        command.addAll(List.of(Child.class.getName(), file.toString()));
        command.addAll(List.of(texts));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Without libraries, which lie where another user may not read. */
    private static String classes() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("target"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What it says, line by line. */
    static BufferedReader output(Process child) {
        return new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8));
    }

    /** Writes one text and says how it ended; two texts in turn, for ever, and says so each time. */
    public static void main(String... args) {
        ReplaceableFile file = new ReplaceableFile(Path.of(args[0]));
        int texts = args.length - 1;
        for (int i = 0; i == 0 || texts > 1; i++) {
            String text = args[1 + i % texts];
            System.out.println(file.preflight() instanceof Effect.Done ? "writable" : file.preflight());
            System.out.println(
                    file.replace(_ -> new Effect.Done<>(text)) instanceof Effect.Refused<String> refused
                            ? refused.toString()
                            : "done");
        }
    }
}
