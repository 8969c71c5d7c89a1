package dev.koshin.http;

import dev.koshin.issuer.Excerpt;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Tells from an exception whether the request left. Pure. */
final class Faults {
    private static final String UNKNOWN_HOST = "the name of the host is not known";

    private static final int DEEPEST = 9;

    private Faults() {}

    /** {@code address} is where GitLab should have been; a message must name it. */
    static Exchange of(String where, String address, Throwable fault) {
        return switch (fault) {
            case ConnectException _, NoRouteToHostException _, UnknownHostException _, HttpConnectTimeoutException _ ->
                new Exchange.NotSent(problem(Reason.GITLAB_UNREACHABLE, where, address, fault));
            case SSLHandshakeException _, SSLPeerUnverifiedException _ ->
                new Exchange.NotSent(problem(Reason.GITLAB_UNTRUSTED, where, address, fault));
            case HttpTimeoutException _ -> new Exchange.Lost(problem(Reason.GITLAB_TIMEOUT, where, address, fault));
            default -> new Exchange.Lost(problem(Reason.GITLAB_UNREACHABLE, where, address, fault));
        };
    }

    private static Problem problem(Reason reason, String where, String address, Throwable fault) {
        return Problem.of(reason, where, address + ": " + words(fault));
    }

    /** The JDK's client leaves some of its exceptions without a message. */
    private static String words(Throwable fault) {
        String message = fault.getMessage();
        String name = fault.getClass().getSimpleName();
        return switch (fault) {
            // Its message quotes what the server sent, a cookie for example.
            case ProtocolException _ -> name;
            case UnknownHostException _ -> UNKNOWN_HOST;
            case ConnectException _ when unresolved(fault) -> UNKNOWN_HOST;
            case ConnectException _ when message == null -> "connection refused";
            default -> Excerpt.of(message == null ? name : name + ": " + message);
        };
    }

    private static boolean unresolved(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(UnresolvedAddressException.class::isInstance);
    }
}
