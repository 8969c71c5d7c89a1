package dev.koshin.simulator.api.call;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Json;
import dev.koshin.simulator.http.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Cuts a page out of a list and writes GitLab's headers about it. */
public final class Listing {
    /** Rows; above, GitLab does not tell the total. */
    private static final int COUNTED = 10_000;

    private final Instance instance;
    private final Map<String, String> defaults;

    /** {@code defaults}: parameters that a route fills in by itself, which GitLab repeats in its links. */
    public Listing(Instance instance, Map<String, String> defaults) {
        this.instance = instance;
        this.defaults = Map.copyOf(defaults);
    }

    /** One page of a list, with the headers that lead to the others. */
    public <T> Answer page(Call call, Paging paging, List<T> all, Function<T, JsonNode> show) {
        int from = (int) Math.min(paging.offset(), all.size());
        int to = Math.min(from + paging.perPage(), all.size());
        ArrayNode body = Json.NODES.arrayNode(to - from);
        all.subList(from, to).forEach(element -> body.add(show.apply(element)));
        return new Answer.Ok(200, body, headers(call, paging, all.size()));
    }

    /** The same for a list that can also be read by key, if that is what was asked for. */
    public <T> Answer page(Call call, Paging paging, List<T> all, ToLongFunction<T> id, Function<T, JsonNode> show) {
        return new Keyset<>(instance, id, show).page(call, paging, all).orElseGet(() -> page(call, paging, all, show));
    }

    private List<Field> headers(Call call, Paging paging, int total) {
        int pages = Math.max(1, Math.ceilDiv(total, paging.perPage()));
        boolean counted = total <= COUNTED;
        String next = paging.page() < pages ? String.valueOf(paging.page() + 1) : "";
        String previous = paging.page() > 1 ? String.valueOf(paging.page() - 1) : "";
        List<Field> headers = new ArrayList<>();
        headers.add(new Field("Link", links(call, paging, pages, counted)));
        headers.add(new Field("X-Next-Page", next));
        headers.add(new Field("X-Page", String.valueOf(paging.page())));
        headers.add(new Field("X-Per-Page", String.valueOf(paging.perPage())));
        headers.add(new Field("X-Prev-Page", previous));
        if (counted) {
            headers.add(new Field("X-Total", String.valueOf(total)));
            headers.add(new Field("X-Total-Pages", String.valueOf(pages)));
        }
        return headers;
    }

    private String links(Call call, Paging paging, int pages, boolean counted) {
        List<String> links = new ArrayList<>();
        if (paging.page() > 1) {
            links.add(link(call, paging, paging.page() - 1, "prev"));
        }
        if (paging.page() < pages) {
            links.add(link(call, paging, paging.page() + 1, "next"));
        }
        links.add(link(call, paging, 1, "first"));
        if (counted) {
            links.add(link(call, paging, pages, "last"));
        }
        return String.join(", ", links);
    }

    private String link(Call call, Paging paging, int page, String rel) {
        Map<String, String> more = new HashMap<>(defaults);
        call.params().all().keySet().forEach(more::remove);
        more.put("page", String.valueOf(page));
        more.put("per_page", String.valueOf(paging.perPage()));
        return "<" + Links.url(instance, call, more) + ">; rel=\"" + rel + "\"";
    }
}
