package dev.koshin.kubernetes;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** Tells what certainly never left this host from what may have arrived. Messages of exceptions are not passed on. */
final class Faults {
    private Faults() {}

    static Answer answer(Throwable thrown, Duration limit) {
        return unsent(thrown)
                .<Answer>map(Answer.Unsent::new)
                .orElseGet(() -> any(thrown, HttpTimeoutException.class::isInstance)
                        ? late(limit)
                        : new Answer.Lost("the connection broke"));
    }

    static Answer late(Duration limit) {
        return new Answer.Lost("no answer within " + limit.toSeconds() + " s");
    }

    private static Optional<String> unsent(Throwable thrown) {
        if (any(thrown, HttpConnectTimeoutException.class::isInstance)) {
            return Optional.of("does not answer");
        }
        if (any(thrown, UnresolvedAddressException.class::isInstance)
                || any(thrown, UnknownHostException.class::isInstance)) {
            return Optional.of("the name cannot be resolved");
        }
        if (any(thrown, SSLHandshakeException.class::isInstance)) {
            return Optional.of("the certificate is not trusted");
        }
        return any(thrown, ConnectException.class::isInstance) ? Optional.of("refuses connections") : Optional.empty();
    }

    private static boolean any(Throwable thrown, Predicate<Throwable> kind) {
        return Stream.iterate(Optional.of(thrown), Optional::isPresent, one -> one.map(Throwable::getCause))
                .flatMap(Optional::stream)
                .limit(20)
                .anyMatch(kind);
    }
}
