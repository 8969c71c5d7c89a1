package dev.koshin.simulator.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads requests off one connection, one after the other. */
final class RequestReader {
    /** Bytes; nginx allows 8 KiB for one line and 32 KiB for all of them. */
    private static final int LONGEST_LINE = 32 * 1024;
    /** Bytes; a saved state of some hundred thousand tokens still fits. */
    private static final int LARGEST_BODY = 256 * 1024 * 1024;

    private final InputStream in;
    private final OutputStream out;

    /** {@code out} is needed to tell a waiting client "100 Continue". */
    RequestReader(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The next request, or nothing when the client has closed the connection. */
    Optional<Request> read() throws IOException {
        Optional<String> start = line();
        return start.isEmpty() ? Optional.empty() : Optional.of(read(start.get().split(" ", -1)));
    }

    private Request read(String[] start) throws IOException {
        if (start.length != 3 || !start[1].startsWith("/")) {
            throw new ProtocolException("not a request line");
        }
        Map<String, String> headers = headers();
        String target = start[1];
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        return new Request(start[0], path, query, headers, body(headers));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String line = requiredLine(); !line.isEmpty(); line = requiredLine()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("not a header line");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String body(Map<String, String> headers) throws IOException {
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            out.flush();
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return chunked();
        }
        return new String(exactly(size(headers.getOrDefault("content-length", "0"), 10)), UTF_8);
    }

    private String chunked() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            if (body.size() + size > LARGEST_BODY) {
                throw new ProtocolException("body too large");
            }
            body.write(exactly(size));
            requiredLine();
        }
        headers();
        return body.toString(UTF_8);
    }

    private int chunkSize() throws IOException {
        return size(requiredLine().split(";", 2)[0].strip(), 16);
    }

    private static int size(String text, int radix) throws ProtocolException {
        try {
            int size = Integer.parseInt(text, radix);
            if (size >= 0 && size <= LARGEST_BODY) {
                return size;
            }
        } catch (NumberFormatException _) {
            // falls through to the same refusal as a negative or too large number
        }
        throw new ProtocolException("not an acceptable body size");
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("connection closed inside a body");
        }
        return bytes;
    }

    private String requiredLine() throws IOException {
        return line().orElseThrow(() -> new EOFException("connection closed inside a request"));
    }

    private Optional<String> line() throws IOException {
        StringBuilder line = new StringBuilder(128);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return Optional.of(line.toString());
            }
            if (next != '\r') {
                line.append((char) next);
            }
            if (line.length() > LONGEST_LINE) {
                throw new ProtocolException("line too long");
            }
        }
        return Optional.empty();
    }
}
