package dev.koshin.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.koshin.plan.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

final class ConfigSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNode TEXT = text();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT);

    @TempDir
    private Path folder;

    private static JsonNode text() {
        try (InputStream in = ConfigReader.class.getResourceAsStream("koshin.schema.json")) {
            return JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> problems(String yaml) {
        return new Read(folder).problems(yaml);
    }

    @ParameterizedTest
    @FieldSource("dev.koshin.app.config.Examples#GOOD")
    void acceptsWhatTheReaderAccepts(String yaml) {
        assertThat(problems(yaml)).isEmpty();
        assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("dev.koshin.app.config.Examples#BAD")
    void rejectsWhatTheReaderRejects(String yaml) {
        assertThat(problems(yaml)).isNotEmpty();
        assertThat(SCHEMA.validate(yaml, InputFormat.YAML)).isNotEmpty();
    }

    @Test
    void isItselfValid() {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        assertThat(meta.validate(TEXT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hasTheKeysOfTheReader(Shape shape) {
        JsonNode definition = shape == Shape.ROOT ? TEXT : TEXT.path("$defs").path(camelCase(shape));
        assertThat(definition.path("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(shape.keys());
        assertThat(texts(definition.path("required"))).containsExactlyInAnyOrderElementsOf(shape.required());
        assertThat(definition.path("additionalProperties").isBoolean()).isTrue();
        assertThat(definition.path("additionalProperties").booleanValue()).isFalse();
    }

    @Test
    void hasNoSectionThatTheReaderDoesNotKnow() {
        List<String> sections = TEXT.path("$defs").properties().stream()
                .filter(definition -> definition.getValue().path("properties").isObject()
                        && definition.getValue().has("additionalProperties"))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(sections)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Shape.values())
                        .filter(shape -> shape != Shape.ROOT)
                        .map(ConfigSchemaTest::camelCase)
                        .toList());
    }

    private static String camelCase(Shape shape) {
        String name = shape.name().toLowerCase(Locale.ROOT);
        int split = name.indexOf('_');
        return split < 0
                ? name
                : name.substring(0, split)
                        + name.substring(split + 1, split + 2).toUpperCase(Locale.ROOT)
                        + name.substring(split + 2);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    /** Proves that each key is read at all, as a value that fits nowhere is noticed everywhere. */
    @Test
    void noticesNonsenseUnderEachKeyAsTheReaderDoes() {
        Set<String> seen = new HashSet<>(nonsenseIn(Examples.FULL));
        seen.addAll(nonsenseIn(Examples.CLUSTER));
        assertThat(seen)
                .containsAll(Arrays.stream(Shape.values())
                        .map(Shape::keys)
                        .flatMap(Collection::stream)
                        .toList());
    }

    /** The keys of {@code yaml}, under each of which nonsense is noticed. */
    private Set<String> nonsenseIn(String yaml) {
        JsonNode full = JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
        Set<String> seen = new HashSet<>();
        for (ObjectNode section : sections(full)) {
            for (String key : new TreeSet<>(section.propertyNames())) {
                JsonNode good = section.get(key);
                section.set(
                        key, JSON.createArrayNode().add(JSON.createObjectNode().put("non", "sense")));
                assertThat(problems(full.toString())).as(key).isNotEmpty();
                assertThat(SCHEMA.validate(full)).as(key).isNotEmpty();
                section.set(key, good);
                seen.add(key);
            }
        }
        assertThat(problems(full.toString())).isEmpty();
        return seen;
    }

    private static List<ObjectNode> sections(JsonNode node) {
        List<ObjectNode> sections = new ArrayList<>();
        if (node instanceof ObjectNode section) {
            sections.add(section);
        }
        Stream<JsonNode> children =
                node instanceof ArrayNode || node instanceof ObjectNode ? node.valueStream() : Stream.empty();
        children.forEach(child -> sections.addAll(sections(child)));
        return sections;
    }

    @Test
    void namesTheDefaultsOfTheReader() {
        assertThat(defaultOf("gitlab", "concurrency").intValue()).isEqualTo(GitLabConfig.CONCURRENCY);
        assertThat(durationOf("gitlab", "connectTimeout")).isEqualTo(GitLabConfig.CONNECT_TIMEOUT);
        assertThat(durationOf("gitlab", "requestTimeout")).isEqualTo(GitLabConfig.REQUEST_TIMEOUT);
        assertThat(durationOf("policy", "lifetime").toDays()).isEqualTo(Policy.DEFAULT.lifetimeDays());
        assertThat(durationOf("policy", "renewBefore")).isEqualTo(Policy.DEFAULT.renewBefore());
        assertThat(durationOf("policy", "grace")).isEqualTo(Policy.DEFAULT.grace());
        assertThat(durationOf("policy", "spread").toDays()).isEqualTo(Policy.DEFAULT.spreadDays());
        assertThat(defaultOf("database", "table").stringValue()).isEqualTo(ExastroConfig.Organizations.TABLE);
        assertThat(texts(defaultOf("organizations", "scopes")))
                .containsExactlyElementsOf(ExastroConfig.Organizations.SCOPES);
        assertThat(defaultOf("exastroRoot", "user").stringValue()).isEqualTo(RootConfig.USER);
        assertThat(texts(defaultOf("exastroRoot", "scopes"))).isEqualTo(RootConfig.SCOPES);
        assertThat(defaultOf("compose", "window").stringValue()).isEqualTo(RootConfig.Compose.WINDOW);
        assertThat(durationOf("compose", "limit")).isEqualTo(RootConfig.Compose.LIMIT);
        assertThat(durationOf("kubernetes", "limit")).isEqualTo(RootConfig.Kubernetes.LIMIT);
        assertThat(durationOf("gitlabRails", "wait")).isEqualTo(IssuerConfig.GitLabRails.WAIT);
        assertThat(new Read(folder).loaded(Read.MINIMAL).journal().url())
                .isEqualTo(defaultOf("journal", "url").stringValue().replace("koshin.db", folder + "/koshin.db"));
    }

    private static JsonNode defaultOf(String section, String key) {
        return TEXT.path("$defs").path(section).path("properties").path(key).path("default");
    }

    private static Duration durationOf(String section, String key) {
        return Durations.parse(defaultOf(section, key).stringValue()).orElseThrow();
    }
}
