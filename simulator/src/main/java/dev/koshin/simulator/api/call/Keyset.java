package dev.koshin.simulator.api.call;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.http.Field;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * {@code pagination=keyset}: the next page begins after the last id of this one. There is a link to it and nothing
 * else, no numbers of pages or rows.
 *
 * @param <T> what the list holds
 */
record Keyset<T>(Instance instance, ToLongFunction<T> id, Function<T, JsonNode> show) {
    /** The page, if this kind was asked for. */
    Optional<Answer> page(Call call, Paging paging, List<T> all) {
        if (call.params().text("pagination").filter("keyset"::equals).isEmpty()) {
            return Optional.empty();
        }
        boolean ascending = call.params().text("sort").filter("asc"::equals).isPresent();
        String from = ascending ? "id_after" : "id_before";
        Optional<Long> bound = new Validation(call.params()).integer(from);
        Comparator<T> order = Comparator.comparingLong(id);
        List<T> rest = all.stream()
                .sorted(ascending ? order : order.reversed())
                .filter(element -> bound.filter(limit -> !beyond(element, limit, ascending))
                        .isEmpty())
                .toList();
        return Optional.of(cut(call, paging, rest, from));
    }

    private boolean beyond(T element, long limit, boolean ascending) {
        return ascending ? id.applyAsLong(element) > limit : id.applyAsLong(element) < limit;
    }

    private Answer cut(Call call, Paging paging, List<T> rest, String from) {
        List<T> page = rest.subList(0, Math.min(paging.perPage(), rest.size()));
        ArrayNode body = Json.NODES.arrayNode(page.size());
        page.forEach(element -> body.add(show.apply(element)));
        if (page.size() == rest.size()) {
            return new Answer.Ok(200, body, List.of());
        }
        String bound = String.valueOf(id.applyAsLong(page.getLast()));
        String next = Links.url(instance, call, Map.of(from, bound));
        return new Answer.Ok(200, body, List.of(new Field("Link", "<" + next + ">; rel=\"next\"")));
    }
}
