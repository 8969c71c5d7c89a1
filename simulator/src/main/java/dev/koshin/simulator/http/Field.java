package dev.koshin.simulator.http;

/** One header of an answer; the name goes out in exactly this case. */
public record Field(String name, String value) {}
