package dev.koshin.issuer.manual;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Pastes one line after another. */
final class Person implements Prompt {
    final List<Instructions> shown = new ArrayList<>();
    final List<Reason> wrong = new ArrayList<>();
    final List<Integer> left = new ArrayList<>();
    final List<Duration> times = new ArrayList<>();

    private final Deque<Function<Instructions, String>> lines = new ArrayDeque<>();

    /** These lines, and then nothing more. */
    static Person pasting(String... all) {
        Person person = new Person();
        for (String line : all) {
            person.lines.add(_ -> line);
        }
        return person;
    }

    /** Then what comes of following the instructions. */
    Person then(Function<Instructions, String> line) {
        lines.add(line);
        return this;
    }

    @Override
    public boolean available() {
        return !lines.isEmpty();
    }

    @Override
    public void show(Instructions instructions) {
        shown.add(instructions);
    }

    @Override
    public Optional<Secret> read(Duration time) {
        times.add(time);
        return Optional.ofNullable(lines.poll()).map(line -> Secret.of(line.apply(shown.getLast())));
    }

    @Override
    public void wrong(Problem problem, int more) {
        wrong.add(problem.reason());
        left.add(more);
    }
}
