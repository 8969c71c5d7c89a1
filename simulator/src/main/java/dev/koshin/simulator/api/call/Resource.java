package dev.koshin.simulator.api.call;

import java.util.List;

/** A group of routes around one thing. */
public interface Resource {
    List<Route> routes();
}
