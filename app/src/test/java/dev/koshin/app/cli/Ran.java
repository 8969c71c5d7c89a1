package dev.koshin.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command that has ended. */
record Ran(int exit, String out, String err) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Ran of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = CommandLines.run(args, new PrintWriter(out), new PrintWriter(err));
        return new Ran(exit, out.toString(), err.toString());
    }

    /** This, if it ended with {@code code}. */
    Ran exits(Exit code) {
        assertThat(exit).as("%s%n%s", out, err).isEqualTo(code.code());
        return this;
    }

    /** The one object on the standard output. */
    JsonNode json() {
        JsonNode json = JSON.readTree(out);
        assertThat(json.isObject()).as(out).isTrue();
        return json;
    }
}
