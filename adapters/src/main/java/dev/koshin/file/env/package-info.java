/**
 * The syntax of {@code .env} files: one parser for whoever reads and whoever writes them, which knows where every value
 * stands and whether {@code docker compose} and {@code sh} find the same.
 *
 * <p>No I/O. {@link dev.koshin.file.env.EnvText} is the door.
 */
@NullMarked
package dev.koshin.file.env;

import org.jspecify.annotations.NullMarked;
