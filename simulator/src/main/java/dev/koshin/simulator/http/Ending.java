package dev.koshin.simulator.http;

/** How much of an answer reaches the client. */
public enum Ending {
    /** All of it; the connection stays open. */
    WHOLE,
    /** The full Content-Length is declared, half of the body is sent, then the connection is closed. */
    HALF,
    /** As with {@link #HALF}, but the connection is reset, as a firewall or a crashing host does it. */
    RESET,
    /** Not one byte: the connection is closed. */
    DROPPED
}
