package dev.koshin.exastro.discovery;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which installation is meant; any, if nothing is said.
 *
 * @param compose the folder of a compose project
 * @param namespace of a release in a cluster
 * @param values the file that the release was made with
 */
public record Wish(Optional<Path> compose, Optional<String> namespace, Optional<Path> values) {}
