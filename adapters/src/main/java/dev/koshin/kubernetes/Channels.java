package dev.koshin.kubernetes;

import io.fabric8.kubernetes.client.http.WebSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a container writes: each message begins with the number of its channel. */
final class Channels implements WebSocket.Listener {
    /** More than any token or password. */
    private static final int LONGEST_BYTES = 64 * 1024;

    private static final int STANDARD_OUTPUT = 1;
    private static final int STATUS = 3;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CompletableFuture<Executed> ended = new CompletableFuture<>();

    CompletableFuture<Executed> ended() {
        return ended;
    }

    @Override
    public void onMessage(WebSocket socket, ByteBuffer message) {
        if (message.hasRemaining()) {
            byte channel = message.get();
            byte[] rest = new byte[message.remaining()];
            message.get(rest);
            take(channel, rest);
        }
        socket.request();
    }

    private void take(byte channel, byte[] bytes) {
        if (channel == STANDARD_OUTPUT) {
            out.write(bytes, 0, Math.min(bytes.length, LONGEST_BYTES - out.size()));
        } else if (channel == STATUS) {
            boolean _ = ended.complete(new Executed.Ended(succeeded(bytes), out.toString(StandardCharsets.UTF_8)));
        }
    }

    private static boolean succeeded(byte[] status) {
        try {
            return JsonMapper.shared()
                    .readTree(status)
                    .path("status")
                    .asString("")
                    .equals("Success");
        } catch (JacksonException _) {
            return false;
        }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason) {
        boolean _ = ended.complete(new Executed.Failed("the connection was closed"));
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        boolean _ = ended.completeExceptionally(new IOException("the connection broke", error));
    }
}
