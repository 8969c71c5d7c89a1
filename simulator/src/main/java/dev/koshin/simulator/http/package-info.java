/**
 * A small HTTP/1.1 server: one virtual thread per connection, no TLS, no HTTP/2, bodies held in memory.
 *
 * <p>The server of the JDK is not used, because it writes the machine's own time into every {@code Date} header and
 * rewrites header names ({@code X-gitlab-meta}). A GitLab client reads "today" from that header, so it must follow the
 * simulated clock. Owning the socket also lets a fault cut an answer at an exact byte.
 */
@NullMarked
package dev.koshin.simulator.http;

import org.jspecify.annotations.NullMarked;
