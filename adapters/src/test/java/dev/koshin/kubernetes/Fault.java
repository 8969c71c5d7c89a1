package dev.koshin.kubernetes;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.Callable;

/** What goes wrong at a request, with real bytes on a real line. */
public record Fault(String after, String at, Way way, boolean lasting) {
    Fault(String after, String at, Way way) {
        this(after, at, way, false);
    }

    /** Whether the time has come; without a request to follow, a beginning is enough. */
    boolean strikes(String last, String now) {
        return after.isEmpty() ? now.startsWith(at) : last.startsWith(after) && now.equals(at);
    }

    /** How it goes wrong. */
    @FunctionalInterface
    public interface Way {
        /** Happens on the line to {@code client}; {@code work} is what the API server would do, and its answer. */
        void happen(Socket client, Work work) throws IOException;
    }

    /** Never fails. */
    @FunctionalInterface
    public interface Work extends Callable<Said> {
        @Override
        Said call();
    }

    /** The line is cut before anything is done. */
    public static final Way CUT_BEFORE = (client, work) -> client.close();

    /** Everything is done, and the line is cut. */
    public static final Way CUT_AFTER = (client, work) -> {
        Said _ = work.call();
        client.close();
    };

    /** Everything is done, and no answer comes until the client gives up. */
    public static final Way SILENT_AFTER = (client, work) -> {
        Said _ = work.call();
        int _ = client.getInputStream().read();
    };

    /** Something else is answered, and nothing is done. */
    public static Way answering(Said said) {
        return (client, work) -> ApiServer.write(client.getOutputStream(), said);
    }

    /** Everything is done, and something else is answered. */
    public static Way answeringAfter(Said said) {
        return (client, work) -> {
            Said _ = work.call();
            ApiServer.write(client.getOutputStream(), said);
        };
    }
}
