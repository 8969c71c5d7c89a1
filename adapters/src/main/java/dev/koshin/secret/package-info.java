/**
 * Where secrets come from: references that are resolved when they are used, and never cached.
 *
 * <p>Survives a command that hangs, that floods its output or that leaves children behind, and a {@code .env} file that
 * only one of {@code docker compose} and {@code sh} would understand: both end as
 * {@link dev.koshin.model.Reason#SECRET_UNRESOLVED}. Does not survive a file system that hangs.
 */
@NullMarked
package dev.koshin.secret;

import org.jspecify.annotations.NullMarked;
