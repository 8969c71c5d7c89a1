/**
 * One key of a {@code .env} file as a target, as {@code docker compose} reads it and {@code sh} sources it.
 *
 * <p>{@link dev.koshin.target.envfile.EnvFileTargets} is the door. Exactly the characters of the value in the last
 * assignment change; quotes, {@code export}, comments, order, line ends, owner, group and mode stay.
 *
 * <p>Survives: what {@link dev.koshin.file} survives; a key that is assigned several times (the last one counts, for
 * both readers), commented twins, values of several lines beside the key.
 *
 * <p>Refuses what the two readers would take for different things, anywhere in the file if it could change which
 * assignments there are, and at the key itself in any case.
 *
 * <p>Does not survive: a variable of the same name in the environment of {@code docker compose}, which beats the file;
 * a program that keeps the file in memory and writes all of it back later (look again).
 */
@NullMarked
package dev.koshin.target.envfile;

import org.jspecify.annotations.NullMarked;
