package dev.koshin.app.config;

import dev.koshin.secret.KubernetesReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads the targets of a credential. */
final class TargetDecoder {
    private static final List<String> KINDS = List.of("env-file", "helm-values", "kubernetes-secret", "sql-row");
    private static final Pattern VALUES_KEY = Pattern.compile("[^.\\s]+(\\.[^.\\s]+)*");

    private final DatabaseDecoder databases;
    private final Paths paths;

    TargetDecoder(DatabaseDecoder databases, Paths paths) {
        this.databases = databases;
        this.paths = paths;
    }

    /** What is supplied exists only if there was no problem. */
    List<Supplier<TargetConfig>> all(Value list) {
        return list.items().stream().map(this::one).flatMap(Optional::stream).toList();
    }

    private Optional<Supplier<TargetConfig>> one(Value item) {
        return item.kind(KINDS).flatMap(kind -> switch (kind) {
            case "env-file" -> item.section(Shape.ENV_TARGET).map(this::envFile);
            case "helm-values" -> item.section(Shape.HELM_VALUES).map(this::helmValues);
            case "kubernetes-secret" -> item.section(Shape.KUBERNETES_SECRET).map(this::kubernetesSecret);
            default -> item.section(Shape.SQL_ROW).map(this::row);
        });
    }

    private Supplier<TargetConfig> envFile(Section section) {
        Optional<Path> path = section.at("path").flatMap(paths::of);
        Optional<String> key = section.at("key").flatMap(SecretDecoder::variable);
        return () -> new TargetConfig.EnvFile(path.orElseThrow(), key.orElseThrow());
    }

    private Supplier<TargetConfig> helmValues(Section section) {
        Optional<Path> path = section.at("path").flatMap(paths::of);
        Optional<String> key = section.at("key").flatMap(TargetDecoder::joinedKeys);
        return () -> new TargetConfig.HelmValues(path.orElseThrow(), key.orElseThrow());
    }

    private Supplier<TargetConfig> kubernetesSecret(Section section) {
        Optional<KubernetesReference> reference = KubernetesReferences.of(section, paths);
        return () -> new TargetConfig.KubernetesSecret(reference.orElseThrow());
    }

    private static Optional<String> joinedKeys(Value value) {
        return value.text()
                .flatMap(text -> VALUES_KEY.matcher(text).matches()
                        ? Optional.of(text)
                        : value.badValue(text, "must be keys joined by points, such as global.secret.TOKEN"));
    }

    private Supplier<TargetConfig> row(Section section) {
        if (section.at("url").isPresent()) {
            section.at("database").ifPresent(written -> written.badKey("means nothing beside url, which names it"));
        } else if (Insides.KEYS.stream().anyMatch(key -> section.at(key).isPresent())) {
            section.require("database");
        }
        Supplier<? extends TargetDatabase> database = databases.target(section, section.at("database"));
        Optional<String> table = section.at("table").flatMap(Value::text);
        Optional<Map.Entry<String, String>> key = section.at("key").flatMap(TargetDecoder::onlyColumn);
        Optional<String> column = section.at("column").flatMap(Value::text);
        SortedMap<String, String> where =
                section.at("where").map(TargetDecoder::columns).orElseGet(TreeMap::new);
        return () -> new TargetConfig.SqlRow(
                database.get(),
                table.orElseThrow(),
                key.orElseThrow().getKey(),
                key.orElseThrow().getValue(),
                column.orElseThrow(),
                where);
    }

    private static Optional<Map.Entry<String, String>> onlyColumn(Value value) {
        Map<String, Value> written = value.entries();
        if (value.isSection() && written.size() != 1) {
            return value.badValue("", "needs exactly one column and its value");
        }
        return columns(value).entrySet().stream().findFirst();
    }

    private static SortedMap<String, String> columns(Value value) {
        SortedMap<String, String> columns = new TreeMap<>();
        value.entries().forEach((column, written) -> written.text().ifPresent(text -> columns.put(column, text)));
        return columns;
    }
}
