/** Real faults from a small server, and the simulator. */
@NullMarked
package dev.koshin.issuer.gitlabrest;

import org.jspecify.annotations.NullMarked;
