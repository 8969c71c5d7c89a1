package dev.koshin.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an ordinary client hides. */
final class WireTest {
    private final Stage stage = Stage.open();

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void headerNamesKeepTheirCase() throws IOException {
        assertThat(talk("GET /api/v4/user HTTP/1.1\r\nprivate-token: " + Cast.ANN + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("\r\nX-Gitlab-Meta: {")
                .contains("\r\nETag: W/")
                .contains("\r\nConnection: close\r\n");
    }

    @Test
    void aConnectionServesOneRequestAfterTheOther() throws IOException {
        String request = "GET /api/v4/version HTTP/1.1\r\nPRIVATE-TOKEN: " + Cast.ANN + "\r\n";

        assertThat(talk(request + "\r\n" + request + "Connection: close\r\n\r\n")
                        .split("HTTP/1.1 200 OK", -1))
                .hasSize(3);
    }

    @Test
    void aBodyMayComeInChunksAfterAQuestion() throws IOException {
        String answer = talk("POST /api/v4/users/2/personal_access_tokens HTTP/1.1\r\nPRIVATE-TOKEN: " + Cast.ROOT
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n"
                + "Expect: 100-continue\r\nConnection: close\r\n\r\n"
                + "7\r\nname=x&\r\na\r\nscopes=api\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\n");
    }

    @Test
    void whatIsNotHttpIsRefused() throws IOException {
        assertThat(talk("hello\r\n\r\n")).startsWith("HTTP/1.1 400 Bad Request\r\n");
        assertThat(talk("GET /api/v4/user HTTP/1.1\r\nno colon here\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(talk("POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void halfAnAnswerDeclaresTheWholeLength() throws IOException {
        stage.plain("POST", "/control/faults", "{\"path\":\"/self$\",\"when\":\"after\",\"effect\":\"half\"}");

        String answer =
                talk("GET /api/v4/personal_access_tokens/self HTTP/1.1\r\nPRIVATE-TOKEN: " + Cast.ANN + "\r\n\r\n");
        int head = answer.indexOf("\r\n\r\n") + 4;
        int declared = Integer.parseInt(answer.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        assertThat(answer.length() - head).isEqualTo(declared / 2).isPositive();
    }

    @Test
    void aDroppedAnswerIsNotOneByte() throws IOException {
        stage.plain("POST", "/control/faults", "{\"path\":\"/self$\",\"effect\":\"drop\"}");

        assertThat(talk("GET /api/v4/personal_access_tokens/self HTTP/1.1\r\n\r\n"))
                .isEmpty();
    }

    /** Sends everything, then reads until the other side closes. */
    private String talk(String bytes) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), stage.uri("/").getPort())) {
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
