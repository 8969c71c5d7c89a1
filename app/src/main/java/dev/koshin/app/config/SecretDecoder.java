package dev.koshin.app.config;

import dev.koshin.secret.SecretSource;
import dev.koshin.secret.SecretSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads references to secrets. What stands in the place of a reference is never shown. */
final class SecretDecoder {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String HINT = "koshin.yaml holds references to secrets only, such as { env: NAME }";

    private final SecretSources sources;
    private final Paths paths;

    SecretDecoder(SecretSources sources, Paths paths) {
        this.sources = sources;
        this.paths = paths;
    }

    /** One reference or a list of them. */
    Supplier<List<SecretSource>> several(Value value) {
        List<Optional<SecretSource>> all =
                value.isList() ? value.items().stream().map(this::one).toList() : List.of(one(value));
        return () -> all.stream().map(Optional::orElseThrow).toList();
    }

    Optional<SecretSource> one(Value value) {
        if (!value.isSection()) {
            return value.wrongType("a reference to a secret", HINT);
        }
        return value.section(Shape.SECRET).flatMap(section -> one(value, section));
    }

    private Optional<SecretSource> one(Value value, Section section) {
        if (section.size() != 1) {
            return value.badValue("", "needs exactly one of " + String.join(", ", Shape.SECRET.keys()));
        }
        return Stream.of(
                        section.at("env").flatMap(SecretDecoder::variable).map(sources::env),
                        section.at("file").flatMap(paths::of).map(sources::file),
                        section.at("envFile").flatMap(this::envFile),
                        section.at("command").flatMap(this::command),
                        section.at("kubernetesSecret")
                                .flatMap(written -> written.section(Shape.KUBERNETES_REFERENCE))
                                .flatMap(found -> KubernetesReferences.of(found, paths))
                                .map(sources::kubernetesSecret))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A name as a shell takes it. */
    static Optional<String> variable(Value value) {
        return value.text()
                .flatMap(name -> VARIABLE.matcher(name).matches()
                        ? Optional.of(name)
                        : value.badValue("", "must be a name of letters, digits and _"));
    }

    private Optional<SecretSource> envFile(Value value) {
        return value.section(Shape.ENV_FILE).flatMap(section -> {
            Optional<Path> path = section.at("path").flatMap(paths::of);
            Optional<String> key = section.at("key").flatMap(SecretDecoder::variable);
            return path.flatMap(file -> key.map(name -> sources.envFile(file, name)));
        });
    }

    private Optional<SecretSource> command(Value value) {
        List<Optional<String>> written = new ArrayList<>();
        for (Value item : value.items()) {
            written.add(written.isEmpty() ? program(item) : item.text());
        }
        List<String> argv = written.stream().flatMap(Optional::stream).toList();
        return argv.isEmpty() || argv.size() < written.size() ? Optional.empty() : Optional.of(sources.command(argv));
    }

    /** A bare name is looked up in PATH. */
    private Optional<String> program(Value value) {
        return value.text()
                .flatMap(text -> text.indexOf('/') < 0
                        ? Optional.of(text)
                        : paths.of(text, value).map(Path::toString));
    }
}
