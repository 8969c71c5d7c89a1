package dev.koshin.simulator.api;

import java.util.List;

/** A group of routes around one thing. */
interface Resource {
    List<Route> routes();
}
