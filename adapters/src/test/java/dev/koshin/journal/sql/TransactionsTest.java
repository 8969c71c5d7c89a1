package dev.koshin.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.koshin.journal.JournalUnavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Queue;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TransactionsTest {
    private final SQLException cut = new SQLException("the connection was cut", "08006");
    private final SQLException busy = new SQLException("somebody else writes", "HY000", 5);

    /** What goes wrong, in this order, each when {@link #at} is about to be executed. */
    private final Queue<SQLException> faults = new ArrayDeque<>();

    private final Connector connector;
    private final Transactions transactions;
    private String at = "";
    private int connections;

    TransactionsTest(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("koshin.db");
        SqliteFile.create(file);
        Address address = new Address("jdbc:sqlite:" + file, Optional.empty(), Optional.empty());
        connector = new Connector(address, Dialect.SQLITE, new Properties());
        transactions =
                new Transactions(new KeptHandle(Jdbi.create(this::connect)), Dialect.SQLITE, new Failures(address));
    }

    @BeforeEach
    void makeATable() {
        Jdbi.create(connector).useHandle(handle -> handle.execute("CREATE TABLE t (x INT)"));
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    @Test
    void triesAgainOnAFreshConnectionWhenItWasCutBeforeTheCommit() {
        fail("INSERT", cut);
        insert();
        assertThat(rows()).isOne();
        assertThat(connections).isEqualTo(2);
    }

    @Test
    void doesNotTryAgainWhenTheCommitMayHaveHappened() {
        fail("COMMIT", cut);
        assertThatThrownBy(this::insert)
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("the connection was cut");
        assertThat(rows()).isZero();
        insert();
        assertThat(rows()).isOne();
        assertThat(connections).isEqualTo(2);
    }

    @Test
    void triesAgainWhenAnotherWriterWasInTheWay() {
        fail("COMMIT", busy, busy);
        insert();
        assertThat(rows()).isOne();
        assertThat(transactions.commits()).isOne();
    }

    @Test
    void givesUpWhenAnotherWriterStaysInTheWay() {
        fail("BEGIN", busy, busy, busy, busy, busy);
        assertThatThrownBy(this::insert).isInstanceOf(JournalUnavailable.class);
        assertThat(rows()).isZero();
    }

    private void fail(String statement, SQLException... with) {
        at = statement;
        faults.addAll(List.of(with));
    }

    private void insert() {
        int inserted = transactions.run(handle -> handle.execute("INSERT INTO t VALUES (1)"));
        assertThat(inserted).isOne();
    }

    private int rows() {
        return Jdbi.create(connector)
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM t")
                        .mapTo(Integer.class)
                        .one());
    }

    private Connection connect() throws SQLException {
        connections++;
        Connection real = connector.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, method, args) -> {
                    if (method.getName().equals("prepareStatement")
                            && args[0].toString().startsWith(at)
                            && !faults.isEmpty()) {
                        throw faults.remove();
                    }
                    try {
                        return method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
