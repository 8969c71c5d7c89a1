package dev.koshin.exastro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CoalescedTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final Semaphore answers = new Semaphore(0);
    private final CountDownLatch begun = new CountDownLatch(1);

    @Test
    void callers_that_come_meanwhile_share_the_next_question() throws Exception {
        Coalesced<Integer> coalesced = new Coalesced<>(this::ask);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = threads.submit(coalesced::ask);
            begun.await();
            CountDownLatch calling = new CountDownLatch(2000);
            Callable<Integer> call = () -> {
                calling.countDown();
                return coalesced.ask();
            };
            List<Future<Integer>> others =
                    Stream.generate(() -> threads.submit(call)).limit(2000).toList();
            calling.await();
            answers.release(2000);
            assertThat(first.get()).isEqualTo(1);
            for (Future<Integer> other : others) {
                assertThat(other.get()).isGreaterThan(1);
            }
        }
        assertThat(asked.get()).isBetween(2, 10);
    }

    @Test
    void a_later_caller_gets_a_later_answer() {
        answers.release(2);
        Coalesced<Integer> coalesced = new Coalesced<>(this::ask);
        assertThat(List.of(coalesced.ask(), coalesced.ask())).containsExactly(1, 2);
    }

    private int ask() {
        int number = asked.incrementAndGet();
        begun.countDown();
        answers.acquireUninterruptibly();
        return number;
    }
}
