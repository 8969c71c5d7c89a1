package dev.koshin.app.config;

import java.util.List;

/** What became of reading a configuration. */
public sealed interface ConfigResult {
    /** Nothing is wrong with it. */
    record Loaded(Config config) implements ConfigResult {}

    /** Everything that is wrong with it, in the order of the file; one problem at least. */
    record Rejected(List<ConfigProblem> problems) implements ConfigResult {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
