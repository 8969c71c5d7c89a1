package dev.koshin.simulator.http;

/** Answers requests. Called from many threads at once; may block. */
@FunctionalInterface
public interface Responder {
    /** The answer to one request. */
    Reply respond(Request request);
}
