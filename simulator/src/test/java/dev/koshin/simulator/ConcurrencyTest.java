package dev.koshin.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class ConcurrencyTest {
    private static final int CALLS = 200;

    @Test
    void parallelRequestsAreEachDoneOnceAndCompletely() throws ExecutionException, InterruptedException {
        try (Stage stage = Stage.open();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Stage.Answer>> running = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                running.add(threads.submit(
                        () -> stage.postForm(Cast.ROOT, "/users/2/personal_access_tokens", "name=x&scopes=api")));
            }
            Set<Long> ids = new HashSet<>();
            for (Future<Stage.Answer> call : running) {
                assertThat(call.get().status()).isEqualTo(201);
                ids.add(call.get().json().path("id").asLong());
            }
            assertThat(ids).hasSize(CALLS);
            assertThat(stage.control().tokens()).hasSize(13 + CALLS);
            assertThat(stage.control().counters().byRoute())
                    .containsEntry("POST /users/:user_id/personal_access_tokens", (long) CALLS);
        }
    }
}
