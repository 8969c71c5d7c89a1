package dev.koshin.process;

import dev.koshin.model.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A program to be run, without a shell.
 *
 * @param argv the program and its arguments, which every user of the machine can read
 * @param environment variables that are set, or replace inherited ones
 * @param withoutPrefixes inherited variables whose names begin with one of these are left out
 * @param directory where it runs, which {@code PWD} then says too; empty: where this process runs
 * @param input what it finds in its standard input, in UTF-8; empty: nothing
 * @param limit when it is killed
 */
public record Command(
        List<String> argv,
        Map<String, String> environment,
        Set<String> withoutPrefixes,
        Optional<Path> directory,
        Optional<Secret> input,
        Duration limit) {
    /** Refuses a command without a program. */
    public Command {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        withoutPrefixes = Set.copyOf(withoutPrefixes);
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    /** A program that inherits everything and finds nothing in its standard input. */
    public static Command of(List<String> argv, Duration limit) {
        return new Command(argv, Map.of(), Set.of(), Optional.empty(), Optional.empty(), limit);
    }

    /** The same with a variable set. */
    public Command with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Command(argv, more, withoutPrefixes, directory, input, limit);
    }

    /** The same without inherited variables whose names begin with {@code prefix}. */
    public Command without(String prefix) {
        Set<String> more = new HashSet<>(withoutPrefixes);
        more.add(prefix);
        return new Command(argv, environment, more, directory, input, limit);
    }

    /** The same in another directory. */
    public Command in(Path place) {
        return new Command(argv, environment, withoutPrefixes, Optional.of(place), input, limit);
    }

    /** The same with something in its standard input. */
    public Command input(Secret text) {
        return new Command(argv, environment, withoutPrefixes, directory, Optional.of(text), limit);
    }

    /** The program only: a variable may be a password. */
    @Override
    public String toString() {
        return "command " + argv.getFirst();
    }
}
