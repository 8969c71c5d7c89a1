/** Tests against a real sh, and docker compose where it is installed. */
@NullMarked
package dev.koshin.target.envfile;

import org.jspecify.annotations.NullMarked;
