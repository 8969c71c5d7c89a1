package dev.koshin.simulator.api.call;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Refusals;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the route of a request. */
public final class RouteTable {
    private static final String ROOT = "/api/v4/";

    private final List<Route> routes;

    public RouteTable(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparingInt(Route::parameters))
                .toList();
    }

    /** What was found. */
    public sealed interface Match {
        /** A route, with what the path says. */
        record Found(Route route, Map<String, String> parameters) implements Match {}

        /** No route: the answer to give. */
        record Nothing(Answer answer) implements Match {}
    }

    /** The route for a path below {@code /api/v4/}. */
    public Match match(String method, String path) {
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
