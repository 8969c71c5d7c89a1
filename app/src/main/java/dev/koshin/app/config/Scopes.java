package dev.koshin.app.config;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads lists of scopes. Which scopes there are is GitLab's to say, and changes with its version. */
final class Scopes {
    private static final Pattern SCOPE = Pattern.compile("[a-z][a-z0-9_]*");

    private Scopes() {}

    static SortedSet<String> of(Value value) {
        return value.items().stream()
                .map(Scopes::one)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> one(Value value) {
        return value.text()
                .flatMap(scope -> SCOPE.matcher(scope).matches()
                        ? Optional.of(scope)
                        : value.badValue(scope, "is no name of a scope, such as api or read_repository"));
    }
}
