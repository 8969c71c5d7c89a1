package dev.koshin.app.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What ITA's API containers do: read an organization's token from the table and call GitLab with it, about 100 times a
 * second. Counts the calls that GitLab refused. A user whose token was dead from the start counts from its first
 * success on.
 */
public final class Readers implements AutoCloseable {
    private static final long PAUSE_MILLIS = 10;
    private static final int UNAUTHORIZED = 401;
    private static final String ROW =
            "SELECT GITLAB_TOKEN FROM T_COMN_ORGANIZATION_DB_INFO WHERE GITLAB_USER = ? AND DISUSE_FLAG = '0'";

    private final String jdbcUrl;
    private final List<String> users;
    private final URI self;
    private final HttpClient client = HttpClient.newHttpClient();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Set<String> served = new HashSet<>();
    private final Thread thread;

    Readers(String jdbcUrl, List<String> users, URI gitlab) {
        this.jdbcUrl = jdbcUrl;
        this.users = List.copyOf(users);
        this.self = gitlab.resolve("/api/v4/personal_access_tokens/self");
        this.thread = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                PreparedStatement row = connection.prepareStatement(ROW)) {
            for (int i = 0; !stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS); i++) {
                String user = users.get(i % users.size());
                count(user, call(token(row, user)));
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the demo's reader failed", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Read just before it is used, as ITA does for each request. */
    private static String token(PreparedStatement row, String user) throws SQLException {
        row.setString(1, user);
        try (ResultSet found = row.executeQuery()) {
            if (!found.next()) {
                throw new SQLException("no row of " + user);
            }
            return found.getString(1);
        }
    }

    private int call(String token) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(self).header("PRIVATE-TOKEN", token).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private void count(String user, int status) {
        if (status != UNAUTHORIZED) {
            served.add(user);
        }
        if (served.contains(user)) {
            calls.incrementAndGet();
            if (status == UNAUTHORIZED) {
                refused.incrementAndGet();
            }
        }
    }

    /** Calls of users that were served at least once. */
    public long calls() {
        return calls.get();
    }

    /** Those of them that GitLab refused. */
    public long refused() {
        return refused.get();
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
