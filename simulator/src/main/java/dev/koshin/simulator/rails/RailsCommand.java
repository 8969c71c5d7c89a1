package dev.koshin.simulator.rails;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.koshin.simulator.api.answer.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The command {@code gitlab-rails runner}, which hands its script to a running simulator; started by a script. */
public final class RailsCommand {
    private static final String SIMULATOR = "KOSHIN_SIMULATOR_URL";
    private static final Pattern VARIABLE = Pattern.compile("ENV(?:\\.fetch\\(|\\[)\\s*['\"](\\w+)['\"]");

    private RailsCommand() {}

    /** Ends the process with the exit code of the script. */
    @SuppressWarnings("SystemOut") // the one place where the standard streams are handed over
    public static void main(String[] args) {
        System.exit(run(List.of(args), System.getenv(), System.in, new Streams(System.out, System.err)));
    }

    record Streams(PrintStream out, PrintStream err) {}

    static int run(List<String> args, Map<String, String> environment, InputStream in, Streams streams) {
        if (args.size() != 2 || !args.getFirst().equals("runner")) {
            streams.err.println("usage: gitlab-rails runner 'RUBY' | FILE | -");
            return 1;
        }
        String simulator = environment.getOrDefault(SIMULATOR, "");
        try {
            String script = script(args.get(1), in);
            ObjectNode body = body(script, environment).put("stdin", input(script, in));
            JsonNode ended = post(URI.create(simulator + RailsResponder.PATH), body);
            streams.out.print(ended.path("stdout").asString(""));
            streams.err.print(ended.path("stderr").asString(""));
            streams.out.flush();
            return ended.path("exitCode").asInt(1);
        } catch (IOException | IllegalArgumentException e) {
            streams.err.println("gitlab-rails: no simulator answers at " + SIMULATOR + "=" + simulator + " ("
                    + e.getClass().getSimpleName() + ")");
            return 1;
        }
    }

    private static String script(String argument, InputStream in) throws IOException {
        if (argument.equals("-")) {
            return new String(in.readAllBytes(), UTF_8);
        }
        boolean file = argument.length() < 256 && !argument.contains("\n") && Files.isRegularFile(Path.of(argument));
        return file ? Files.readString(Path.of(argument)) : argument;
    }

    /** Waits for the end of what comes in only if the script reads it. */
    private static String input(String script, InputStream in) throws IOException {
        return script.contains("$stdin") ? new String(in.readAllBytes(), UTF_8) : "";
    }

    /** Of the environment only what the script asks for. */
    private static ObjectNode body(String script, Map<String, String> environment) {
        ObjectNode body = Json.NODES.objectNode().put("script", script);
        ObjectNode known = body.putObject("env");
        VARIABLE.matcher(script)
                .results()
                .map(match -> match.group(1))
                .filter(environment::containsKey)
                .forEach(name -> known.put(name, environment.get(name)));
        return body;
    }

    private static JsonNode post(URI uri, ObjectNode body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.getOutputStream().write(Json.MAPPER.writeValueAsBytes(body));
        try (InputStream answer = connection.getInputStream()) {
            return Json.MAPPER.readTree(answer.readAllBytes());
        }
    }
}
