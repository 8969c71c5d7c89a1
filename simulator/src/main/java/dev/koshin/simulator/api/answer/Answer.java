package dev.koshin.simulator.api.answer;

import dev.koshin.simulator.http.Field;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What an endpoint answers; each kind goes out with its own set of headers. */
public sealed interface Answer {
    /** The HTTP status. */
    int status();

    /** It worked. {@code extra}: headers of a page. */
    record Ok(int status, JsonNode body, List<Field> extra) implements Answer {
        public static Ok of(int status, JsonNode body) {
            return new Ok(status, body, List.of());
        }
    }

    /** It worked, and there is nothing to say. */
    record NoContent() implements Answer {
        @Override
        public int status() {
            return 204;
        }
    }

    /** An endpoint said no. */
    record Refused(int status, JsonNode body) implements Answer {}

    /** Something was raised and caught far outside, where the headers against framing and sniffing are not set. */
    record Raised(int status, JsonNode body) implements Answer {}

    /** One request too many, refused before GitLab itself sees it. */
    record Throttled(List<Field> limits) implements Answer {
        /** Copies the list. */
        public Throttled {
            limits = List.copyOf(limits);
        }

        @Override
        public int status() {
            return 429;
        }
    }

    /** A token was recognised and turned away; the reason is repeated in WWW-Authenticate. */
    record InvalidToken(String description) implements Answer {
        @Override
        public int status() {
            return 401;
        }
    }
}
