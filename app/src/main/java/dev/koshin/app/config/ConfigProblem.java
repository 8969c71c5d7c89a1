package dev.koshin.app.config;

import dev.koshin.model.Problem;
import java.nio.file.Path;

/**
 * What is wrong with a configuration, and where.
 *
 * <p>The details of {@code problem} are, in their order:
 *
 * <ul>
 *   <li>{@code config-missing}: the files that were looked for
 *   <li>{@code config-unreadable}: the file, why
 *   <li>{@code config-not-yaml}: why
 *   <li>{@code config-key-unknown}: the key, its full path, the key that was probably meant or nothing
 *   <li>{@code config-key-missing}: its full path
 *   <li>{@code config-key-twice}: its full path, the line where it is first
 *   <li>{@code config-wrong-type}: the path, what was expected, what was found, a hint or nothing
 *   <li>{@code config-bad-value}: the path, the value or nothing, why
 * </ul>
 *
 * @param line from 1; 0 if it has no place in the file
 * @param column in characters from 1; 0 if it has no place in the file
 */
public record ConfigProblem(Problem problem, Path file, int line, int column) {}
