package dev.koshin.simulator.api.call;

import dev.koshin.simulator.http.Request;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes down what was asked for, without secrets. */
public final class Targets {
    private Targets() {}

    /**
     * Path and query; the value of every parameter whose name ends in {@code token} or {@code password} is
     * {@code ****}.
     */
    public static String masked(Request request) {
        if (request.query().isEmpty()) {
            return request.path();
        }
        return Arrays.stream(request.query().split("&", -1))
                .map(Targets::masked)
                .collect(Collectors.joining("&", request.path() + "?", ""));
    }

    private static String masked(String pair) {
        int equals = pair.indexOf('=');
        boolean secret = equals > 0
                && ParamsReader.decoded(pair.substring(0, equals))
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[\\[\\]]+$", "")
                        .matches(".*(token|password)");
        return secret ? pair.substring(0, equals + 1) + "****" : pair;
    }
}
