package dev.koshin.issuer.gitlabrest;

import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Tells from an exception whether the request left. Pure. */
final class Faults {
    private Faults() {}

    static Reply of(Call call, Throwable fault) {
        return switch (fault) {
            case ConnectException _, NoRouteToHostException _, UnknownHostException _, HttpConnectTimeoutException _ ->
                new Reply.NotSent(problem(Reason.GITLAB_UNREACHABLE, call, fault));
            case SSLHandshakeException _, SSLPeerUnverifiedException _ ->
                new Reply.NotSent(problem(Reason.GITLAB_UNTRUSTED, call, fault));
            case HttpTimeoutException _ -> new Reply.Lost(problem(Reason.GITLAB_TIMEOUT, call, fault));
            default -> new Reply.Lost(problem(Reason.GITLAB_UNREACHABLE, call, fault));
        };
    }

    /** Whether it may be over in a moment, which a certificate that nobody trusts is not. */
    static boolean passing(Problem problem) {
        return problem.reason() == Reason.GITLAB_UNREACHABLE;
    }

    private static Problem problem(Reason reason, Call call, Throwable fault) {
        String message = fault.getMessage();
        String name = fault.getClass().getSimpleName();
        return Problem.of(reason, call.where(), Excerpt.of(message == null ? name : name + ": " + message));
    }
}
