package dev.koshin.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class TogetherTest {
    private final Set<Integer> ran = ConcurrentHashMap.newKeySet();

    @Test
    void a_single_thing_needs_no_thread_of_its_own() {
        List<Thread> threads = new ArrayList<>();
        Together.each(List.of(1), _ -> threads.add(Thread.currentThread()));
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void runs_each_once_and_returns_when_all_have_ended() {
        Together.each(List.of(1, 2, 3), one -> assertThat(ran.add(one)).isTrue());
        assertThat(ran).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void answers_stand_in_the_order_of_the_things() {
        CountDownLatch others = new CountDownLatch(2);
        assertThat(Together.map(List.of("a", "b", "c"), one -> {
                    if (one.equals("a")) {
                        await(others);
                    }
                    others.countDown();
                    return one + one;
                }))
                .containsExactly("aa", "bb", "cc");
        assertThat(Together.map(List.<String>of(), one -> one)).isEmpty();
    }

    @Test
    void nothing_to_do_is_done_at_once() {
        Together.each(List.<Integer>of(), ran::add);
        assertThat(ran).isEmpty();
    }

    @Test
    void runs_them_side_by_side() {
        CountDownLatch all = new CountDownLatch(100);
        List<Integer> things = java.util.stream.IntStream.range(0, 100).boxed().toList();
        Together.each(things, one -> {
            all.countDown();
            await(all);
            ran.add(one);
        });
        assertThat(ran).hasSize(100);
    }

    @Test
    void throws_the_first_exception_and_the_others_go_on_to_their_end() {
        CountDownLatch thrown = new CountDownLatch(1);
        assertThatThrownBy(() -> Together.each(List.of(1, 2, 3), one -> {
                    if (one == 1) {
                        thrown.countDown();
                        throw new UnsupportedOperationException("one");
                    }
                    await(thrown);
                    ran.add(one);
                }))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("one");
        assertThat(ran).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void an_error_does_not_pass_unseen() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Together.each(List.of(1, 2), _ -> {
                    throw new AssertionError("broken");
                }))
                .withCauseInstanceOf(AssertionError.class);
    }

    @Test
    void an_interrupted_caller_interrupts_all_waits_for_their_end_and_stays_interrupted() {
        CountDownLatch never = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        Together.each(List.of(1, 2), one -> {
            try {
                never.await();
            } catch (InterruptedException _) {
                ran.add(one);
            }
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ran).containsExactlyInAnyOrder(1, 2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
