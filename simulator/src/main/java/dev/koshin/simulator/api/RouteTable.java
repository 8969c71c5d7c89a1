package dev.koshin.simulator.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route of a request. */
final class RouteTable {
    private static final String ROOT = "/api/v4/";

    private final List<Route> routes;

    RouteTable(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparingInt(Route::parameters))
                .toList();
    }

    /** What was found. */
    sealed interface Match {
        record Found(Route route, Map<String, String> parameters) implements Match {}

        record Nothing(Answer answer) implements Match {}
    }

    Match match(String method, String path) {
        if (path.startsWith("/api/v3/")) {
            return new Match.Nothing(Refusals.oldApi());
        }
        if (!path.startsWith(ROOT)) {
            return new Match.Nothing(Refusals.unknownRoute());
        }
        List<String> segments = List.of(path.substring(ROOT.length()).split("/", -1));
        String wanted = method.equals("HEAD") ? "GET" : method;
        boolean pathKnown = false;
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.match(segments);
            if (parameters.isPresent() && route.method().equals(wanted)) {
                return new Match.Found(route, parameters.get());
            }
            pathKnown |= parameters.isPresent();
        }
        return new Match.Nothing(pathKnown ? Refusals.wrongMethod() : Refusals.unknownRoute());
    }
}
