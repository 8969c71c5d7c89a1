package dev.koshin.database.client;

import dev.koshin.database.Session;
import dev.koshin.database.Sessions;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The open sessions. One that is idle is taken before another program is started. */
final class ClientSessions implements Sessions {
    private static final long TRUSTED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Opening opening;
    private final Semaphore permits;
    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    ClientSessions(Opening opening, int most) {
        this.opening = opening;
        this.permits = new Semaphore(most, true);
    }

    @Override
    public Lease borrow() {
        permits.acquireUninterruptibly();
        return new Lent(usable().orElseGet(() -> new ClientSession(opening)));
    }

    /** The server ends sessions that are idle for long; those are dropped. */
    private Optional<ClientSession> usable() {
        for (Idle next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (System.nanoTime() - next.since() < TRUSTED_NANOS
                    || next.session().answers()) {
                return Optional.of(next.session());
            }
            next.session().close();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        closed = true;
        for (Idle next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            next.session().close();
        }
    }

    /** A session that nobody uses. */
    private record Idle(ClientSession session, long since) {}

    /** A session in use by one caller. */
    private final class Lent implements Lease {
        private final ClientSession session;
        private boolean good;

        private Lent(ClientSession session) {
            this.session = session;
        }

        @Override
        public Session session() {
            return session;
        }

        @Override
        public void keep() {
            good = true;
        }

        @Override
        public void close() {
            if (good && !closed) {
                idle.addFirst(new Idle(session, System.nanoTime()));
            } else {
                session.abandon();
            }
            permits.release();
        }
    }
}
