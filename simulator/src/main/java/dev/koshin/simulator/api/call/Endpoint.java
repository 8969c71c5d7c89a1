package dev.koshin.simulator.api.call;

import dev.koshin.simulator.api.answer.Answer;

/** Answers one route, inside the lock. */
@FunctionalInterface
public interface Endpoint {
    Answer answer(Call call);
}
