package dev.koshin.kubernetes;

import java.util.List;

/** Which right a request needs, such as {@code patch secrets}. */
final class Rights {
    private Rights() {}

    static boolean isExec(Heard request) {
        return request.path().endsWith("/exec");
    }

    static String of(Heard request) {
        List<String> words = request.segments();
        int namespaces = words.indexOf("namespaces");
        if (namespaces < 0) {
            return (request.method().equals("GET") ? "list " : "create ") + words.getLast();
        }
        String resource = words.get(namespaces + 2);
        if (isExec(request)) {
            return "get pods/exec";
        }
        boolean one = words.size() > namespaces + 3;
        return switch (request.method()) {
            case "GET" -> (one ? "get " : "list ") + resource;
            case "PATCH" -> "patch " + resource;
            default -> request.method() + " " + resource;
        };
    }
}
