package dev.koshin.simulator.api.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Addresses of other pages of a list. They name the host that GitLab believes to have. */
final class Links {
    private Links() {}

    /** The address that was called, with all its parameters in alphabetical order, these among them. */
    static String url(Instance instance, Call call, Map<String, String> more) {
        SortedMap<String, String> query = new TreeMap<>();
        call.params()
                .all()
                .keySet()
                .forEach(name -> query.put(name, call.params().text(name).orElse("")));
        query.putAll(more);
        query.remove("private_token");
        return instance.url(call.path()) + "?"
                + query.entrySet().stream()
                        .map(entry -> escaped(entry.getKey()) + "=" + escaped(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
