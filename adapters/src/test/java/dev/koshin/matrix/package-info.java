/**
 * The engine, the client and a pretend GitLab together, in one process: every fault at every call, and random walks. At
 * every call, before it and after it, the invariants are looked at.
 */
@NullMarked
package dev.koshin.matrix;

import org.jspecify.annotations.NullMarked;
