package dev.koshin.kubernetes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The environments of running containers, which {@code printenv} tells. */
public final class Containers {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final Map<String, Map<String, String>> environments = new ConcurrentHashMap<>();

    /** From now on this pod's container has this environment. */
    public void run(String pod, String container, Map<String, String> environment) {
        environments.put(pod + "/" + container, Map.copyOf(environment));
    }

    void serve(Socket client, Heard request) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept(request.headers().getOrDefault("sec-websocket-key", ""))
                        + "\r\n"
                        + "Sec-WebSocket-Protocol: v4.channel.k8s.io\r\n\r\n")
                .getBytes(ISO_8859_1));
        List<String> words = request.segments();
        String pod = words.get(words.indexOf("pods") + 1);
        Optional<Map<String, String>> environment = Optional.ofNullable(
                environments.get(pod + "/" + request.only("container").orElseThrow()));
        List<String> command = request.query("command");
        Optional<String> printed = environment
                .filter(_ -> command.size() == 2 && command.getFirst().equals("printenv"))
                .flatMap(all -> Optional.ofNullable(all.get(command.getLast())));
        if (printed.isPresent()) {
            frame(out, 1, printed.get() + "\n");
        }
        frame(out, 3, "{\"status\":\"" + (printed.isPresent() ? "Success" : "Failure") + "\"}");
        out.write(new byte[] {(byte) 0x88, 2, 3, (byte) 0xE8});
        out.flush();
        client.getInputStream().readAllBytes();
    }

    private static void frame(OutputStream out, int channel, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.write(0x82);
        out.write(bytes.length + 1);
        out.write(channel);
        out.write(bytes);
        out.flush();
    }

    private static String accept(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
