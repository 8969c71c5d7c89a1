package dev.koshin.app.config;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file. */
final class Problems {
    private final Path file;
    private final List<ConfigProblem> found = new ArrayList<>();

    Problems(Path file) {
        this.file = file;
    }

    void add(Position at, Reason reason, String... details) {
        found.add(new ConfigProblem(Problem.of(reason, details), file, at.line(), at.column()));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** All of them in the order of the file, each once. */
    List<ConfigProblem> inOrder() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(ConfigProblem::line).thenComparingInt(ConfigProblem::column))
                .toList();
    }
}
