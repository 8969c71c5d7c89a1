package dev.koshin.issuer.gitlabrest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers without a server. */
final class Samples {
    private Samples() {}

    static Answer answer(int status, String type, String body) {
        return Answer.of(status, headers("Content-Type", type), body.getBytes(UTF_8));
    }

    static HttpHeaders headers(String... pairs) {
        Map<String, List<String>> headers = IntStream.range(0, pairs.length / 2)
                .boxed()
                .collect(Collectors.toMap(i -> pairs[2 * i], i -> List.of(pairs[2 * i + 1])));
        return HttpHeaders.of(headers, (_, _) -> true);
    }
}
