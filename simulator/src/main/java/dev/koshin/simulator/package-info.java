/**
 * A pretend GitLab over HTTP, for tests, demonstrations and benchmarks.
 *
 * <p>It answers as one release of GitLab does, status, headers and bodies, and can be told to fail. It shares no code
 * with the clients that it is used to test. {@link dev.koshin.simulator.Simulator} is the door.
 */
@NullMarked
package dev.koshin.simulator;

import org.jspecify.annotations.NullMarked;
