/**
 * Replays recorded traffic of real GitLab servers against the simulator, and compares the answers.
 *
 * <p>The recordings (go-vcr, version 2) are not part of this project. Where they lie is said by the system property or
 * the environment variable {@code KOSHIN_CASSETTES}; without it {@code ../shared/cassettes} beside the repository is
 * taken, and without that the test is skipped. They lie in {@code SUITE/VERSION/NAME.yaml}, those of gitlab.com in
 * {@code saas/NAME.yaml}.
 */
@NullMarked
package dev.koshin.simulator.recordings;

import org.jspecify.annotations.NullMarked;
