package dev.koshin.e2e;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;

/** What ITA does all day: reads an organization's token from its row and calls GitLab with it; the rows in turn. */
final class Onlooker implements AutoCloseable {
    private static final int OK = 200;
    private static final String TOKEN =
            "SELECT GITLAB_TOKEN FROM ITA_DB.T_COMN_ORGANIZATION_DB_INFO WHERE PRIMARY_KEY = ?";

    private final Lab lab;
    private final List<String> keys;
    private final Refusal refusal;
    private final ToIntFunction<String> use;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicLong calls = new AtomicLong();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Set<String> values = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    /** When a refused call counts. */
    enum Refusal {
        ALWAYS,
        /** Not if the row was changed after it had been read: without a grace period the old token dies at once. */
        UNLESS_OUTDATED
    }

    Onlooker(Lab lab, List<String> keys, Duration pause, Refusal refusal) {
        this(lab, keys, pause, refusal, lab.control()::use);
    }

    /** @param use the status that GitLab answers to this token */
    Onlooker(Lab lab, List<String> keys, Duration pause, Refusal refusal, ToIntFunction<String> use) {
        this.lab = lab;
        this.keys = List.copyOf(keys);
        this.refusal = refusal;
        this.use = use;
        this.thread = Thread.ofPlatform().start(() -> watch(pause));
    }

    private void watch(Duration pause) {
        try (Connection connection = lab.connection();
                PreparedStatement row = connection.prepareStatement(TOKEN)) {
            for (int i = 0; !stop.await(pause.toNanos(), TimeUnit.NANOSECONDS); i++) {
                look(row, keys.get(i % keys.size()));
            }
        } catch (SQLException e) {
            refused.add(e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(PreparedStatement row, String key) throws SQLException {
        String token = token(row, key);
        values.add(token);
        int status = use.applyAsInt(token);
        calls.incrementAndGet();
        if (status != OK && (refusal == Refusal.ALWAYS || token.equals(token(row, key)))) {
            refused.add(key + ": " + status);
        }
    }

    private static String token(PreparedStatement row, String key) throws SQLException {
        row.setString(1, key);
        try (ResultSet found = row.executeQuery()) {
            if (!found.next()) {
                throw new SQLException("no row " + key);
            }
            return found.getString(1);
        }
    }

    long calls() {
        return calls.get();
    }

    /** The calls that GitLab refused, and what else went wrong. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** Every token that was seen in a row. */
    Set<String> values() {
        return Set.copyOf(values);
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
