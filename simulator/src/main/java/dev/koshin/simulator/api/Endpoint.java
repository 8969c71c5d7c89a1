package dev.koshin.simulator.api;

/** Answers one route, inside the lock. */
@FunctionalInterface
interface Endpoint {
    Answer answer(Call call);
}
