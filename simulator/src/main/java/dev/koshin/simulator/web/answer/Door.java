package dev.koshin.simulator.web.answer;

import dev.koshin.simulator.http.Request;
import java.util.function.Predicate;

/**
 * A way in.
 *
 * @param name in counters
 * @param opens whether a request comes this way
 */
public record Door(String name, Predicate<Request> opens, Handler handler) {
    /** For one method and one path. */
    public static Door at(String method, String path, Handler handler) {
        return new Door(
                method + " " + path,
                request -> request.method().equals(method) && request.path().equals(path),
                handler);
    }
}
