package dev.koshin.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.model.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs programs of this system. */
public final class Programs implements Runner, Starter {
    /** How much of each output is kept. */
    public static final int LONGEST_BYTES = 1 << 20;

    /** A program's end closes its outputs, unless it left children behind that hold them. */
    private static final Duration FOR_THE_REST = Duration.ofSeconds(2);

    private final Map<String, String> environment;

    /** @param environment the variables that programs inherit */
    public Programs(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Ended run(Command command) {
        if (Thread.currentThread().isInterrupted()) {
            return new Ended.Interrupted();
        }
        try {
            return finished(command, started(command));
        } catch (IOException e) {
            return new Ended.NotStarted(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Dialogue start(Command command) throws IOException {
        Dialogue dialogue = new Dialogue(started(command));
        command.input().ifPresent(text -> greet(dialogue, text));
        return dialogue;
    }

    private static void greet(Dialogue dialogue, Secret text) {
        try {
            dialogue.say(text);
        } catch (IOException _) {
            // the program ended already, which its answer tells better
        }
    }

    private Process started(Command command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.argv());
        builder.environment().clear();
        builder.environment().putAll(variables(command));
        command.directory().map(Path::toFile).ifPresent(builder::directory);
        return builder.start();
    }

    /** A child keeps its parent's {@code PWD}, which docker compose believes more than the directory. */
    private Map<String, String> variables(Command command) {
        Map<String, String> all = new TreeMap<>(environment);
        all.keySet().removeIf(name -> command.withoutPrefixes().stream().anyMatch(name::startsWith));
        command.directory()
                .ifPresent(place -> all.put("PWD", place.toAbsolutePath().toString()));
        all.putAll(command.environment());
        return all;
    }

    private static Ended finished(Command command, Process process) {
        try {
            return waited(command, process);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Ended.Interrupted();
        } finally {
            kill(process);
        }
    }

    private static Ended waited(Command command, Process process) throws InterruptedException {
        Output out = Output.of(process.getInputStream());
        Output err = Output.of(process.getErrorStream());
        write(command, process.getOutputStream());
        if (!process.waitFor(command.limit())) {
            return new Ended.TimedOut(command.limit());
        }
        return new Ended.Exited(process.exitValue(), out.await(FOR_THE_REST), err.await(FOR_THE_REST));
    }

    /** Aside, as a program may never read. */
    private static void write(Command command, OutputStream stream) {
        Thread.ofVirtual().start(() -> {
            try (stream) {
                stream.write(command.input().map(Programs::bytes).orElseGet(() -> new byte[0]));
            } catch (IOException _) {
                // the program ended without reading everything, which its answer tells better
            }
        });
    }

    static byte[] bytes(Secret text) {
        return text.reveal(value -> value.getBytes(UTF_8));
    }

    /** Its children first, as nobody knows whose they are once it is gone. */
    static void kill(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
