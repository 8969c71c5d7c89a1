package dev.koshin.simulator.recordings;

import dev.koshin.simulator.seed.Seed;
import dev.koshin.simulator.seed.SeedAccount;
import dev.koshin.simulator.seed.SeedToken;
import dev.koshin.simulator.seed.SeedUser;
import dev.koshin.simulator.state.Spaces;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the recorded server held before the first request: everyone and everything that its answers show and that none
 * of its requests made. A service account is a usual user here, because the simulator cannot make one.
 */
final class Installation {
    private final List<Exchange> exchanges;

    /** @param cassettes all of one server */
    Installation(List<Cassette> cassettes) {
        exchanges = cassettes.stream()
                .flatMap(cassette -> cassette.exchanges().stream())
                .filter(exchange -> exchange.answer().success())
                .toList();
    }

    /** Ids are as recorded. Every group belongs to the people who are no administrators. */
    Seed seed() {
        Map<Long, SeedUser> users = users();
        RecordedSpaces spaces = new RecordedSpaces(everything().toList(), owners(users));
        return Seed.of(List.copyOf(users.values()), List.copyOf(tokens().values()))
                .with(spaces.groups(), spaces.projects());
    }

    private static Map<Long, Integer> owners(Map<Long, SeedUser> users) {
        return users.values().stream()
                .filter(user -> !user.admin() && !user.account().orElseThrow().bot())
                .collect(Collectors.toUnmodifiableMap(SeedUser::id, _ -> Spaces.OWNER));
    }

    /** The value that the seed gives to the token of this id. */
    static String value(long id) {
        return "glpat-recorded-with-id-" + id;
    }

    /** The token with the widest scopes of an administrator; without administrators, of anyone. */
    long widest() {
        Map<Long, SeedUser> users = users();
        return tokens().values().stream()
                .max(Comparator.comparingInt(token -> token.scopes().size() + (admin(users, token) ? 1000 : 0)))
                .orElseThrow()
                .id();
    }

    /** The tokens of administrators. */
    Set<Long> ofAdministrators() {
        Map<Long, SeedUser> users = users();
        return tokens().values().stream()
                .filter(token -> admin(users, token))
                .map(SeedToken::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean admin(Map<Long, SeedUser> users, SeedToken token) {
        return Optional.ofNullable(users.get(token.userId()))
                .map(SeedUser::admin)
                .orElse(false);
    }

    private Map<Long, SeedToken> tokens() {
        Set<Long> made = exchanges.stream()
                .filter(exchange -> exchange.method().equals("POST"))
                .filter(exchange -> exchange.path().contains("access_tokens"))
                .map(exchange -> exchange.answer().json().path("id").asLong())
                .collect(Collectors.toUnmodifiableSet());
        return exchanges.stream()
                .filter(exchange -> exchange.is("GET", Callers.SELF))
                .map(exchange -> token(exchange.answer().json()))
                .filter(token -> !made.contains(token.id()))
                .collect(byId(SeedToken::id));
    }

    private Map<Long, SeedUser> users() {
        return everything()
                .filter(node -> node.has("username") && node.has("state"))
                .map(Installation::user)
                .collect(Collectors.toMap(SeedUser::id, Function.identity(), Installation::fuller, TreeMap::new));
    }

    /** Only administrators are told everything. */
    private static SeedUser fuller(SeedUser one, SeedUser other) {
        return one.createdAt().isPresent() ? one : other;
    }

    private Stream<JsonNode> everything() {
        return exchanges.stream().flatMap(exchange -> nodes(exchange.answer().json()));
    }

    private static Stream<JsonNode> nodes(JsonNode node) {
        return Stream.concat(Stream.of(node), node.valueStream().flatMap(Installation::nodes));
    }

    private static <T> Collector<T, ?, Map<Long, T>> byId(Function<T, Long> id) {
        return Collectors.toMap(id, Function.identity(), (first, later) -> first, TreeMap::new);
    }

    private static SeedUser user(JsonNode node) {
        return new SeedUser(
                node.path("id").asLong(),
                node.path("username").asString(),
                Optional.of(node.path("name").asString()),
                node.path("is_admin").asBoolean(false),
                Optional.of(node.path("state").asString()),
                time(node, "created_at"),
                Optional.of(account(node)));
    }

    private static SeedAccount account(JsonNode node) {
        return new SeedAccount(
                node.path("email").stringValueOpt(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(node.path("created_by").path("id").asLong(0)).filter(id -> id > 0),
                node.path("bot").asBoolean(false));
    }

    private static SeedToken token(JsonNode node) {
        long id = node.path("id").asLong();
        return new SeedToken(
                id,
                node.path("user_id").asLong(),
                node.path("name").asString(),
                node.path("scopes").valueStream().map(JsonNode::asString).toList(),
                Optional.of(LocalDate.parse(node.path("expires_at").asString())),
                false,
                Optional.of(value(id)),
                Optional.empty(),
                time(node, "created_at"),
                node.path("description").stringValueOpt(),
                time(node, "last_used_at"),
                Optional.empty(),
                false,
                Optional.empty());
    }

    private static Optional<Instant> time(JsonNode node, String key) {
        return node.path(key).stringValueOpt().map(Instant::parse);
    }
}
