package dev.koshin.apply.kubernetes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Values of a Helm release, by their paths. They may be secrets, so there is no text form. */
final class Values {
    /** What helm, which reads YAML 1.1, takes for true and false besides the words themselves. */
    private static final Map<String, Boolean> WORDS =
            Map.of("yes", true, "on", true, "y", true, "no", false, "off", false, "n", false);

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setSchema(new CoreSchema()).build();

    private final SortedMap<String, Optional<Object>> byPath = new TreeMap<>();

    private Values() {}

    /** Empty if {@code yaml} is not understood. */
    static Optional<Values> of(String yaml) {
        try {
            Values values = new Values();
            values.add("", Optional.ofNullable(new Load(SETTINGS).loadFromString(yaml)));
            return Optional.of(values);
        } catch (YamlEngineException _) {
            return Optional.empty();
        }
    }

    private void add(String path, Optional<Object> value) {
        switch (value.orElse("")) {
            case Map<?, ?> map
            when !map.isEmpty() ->
                map.forEach((key, one) ->
                        add(path.isEmpty() ? key.toString() : path + "." + key, Optional.ofNullable(one)));
            case List<?> list
            when !list.isEmpty() -> {
                for (int i = 0; i < list.size(); i++) {
                    add(path + "[" + i + "]", Optional.ofNullable(list.get(i)));
                }
            }
            default -> byPath.put(path, value);
        }
    }

    Optional<String> text(String path) {
        return byPath.getOrDefault(path, Optional.empty()).map(Object::toString).filter(text -> !text.isBlank());
    }

    /** Where they differ, {@code except} there. */
    SortedSet<String> differences(Values other, String except) {
        SortedSet<String> paths = new TreeSet<>(byPath.keySet());
        paths.addAll(other.byPath.keySet());
        paths.removeIf(path -> path.isEmpty() || path.equals(except) || same(path, other));
        return paths;
    }

    private boolean same(String path, Values other) {
        return byPath.containsKey(path)
                && other.byPath.containsKey(path)
                && same(byPath.getOrDefault(path, Optional.empty()), other.byPath.getOrDefault(path, Optional.empty()));
    }

    private static boolean same(Optional<Object> one, Optional<Object> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() && other.isEmpty();
        }
        if (one.get() instanceof Number left && other.get() instanceof Number right) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0;
        }
        return one.equals(other)
                || isTrue(one.get())
                        .filter(left -> isTrue(other.get()).filter(left::equals).isPresent())
                        .isPresent();
    }

    private static Optional<Boolean> isTrue(Object value) {
        return switch (value) {
            case Boolean truth -> Optional.of(truth);
            case String word -> Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
            default -> Optional.empty();
        };
    }

    /** Where the data would be wiped. */
    SortedSet<String> reinstalls() {
        SortedSet<String> paths = new TreeSet<>();
        byPath.forEach((path, value) -> {
            if (path.substring(path.lastIndexOf('.') + 1).equals("reinstall")
                    && value.filter(Values::counts).isPresent()) {
                paths.add(path);
            }
        });
        return paths;
    }

    /** Whether a template takes it for true, as it does with every text, {@code "false"} too. */
    private static boolean counts(Object value) {
        return switch (value) {
            case Number number -> new BigDecimal(number.toString()).signum() != 0;
            case String text -> !text.isEmpty() && isTrue(text).orElse(true);
            case Boolean truth -> truth;
            default -> false;
        };
    }
}
