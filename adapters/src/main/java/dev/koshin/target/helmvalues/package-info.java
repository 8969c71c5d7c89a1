/**
 * One value of a Helm values file as a target, found by its path of keys.
 *
 * <p>{@link dev.koshin.target.helmvalues.HelmValuesTargets} is the door. The file is parsed, but never written by a
 * YAML library: exactly the characters of the one scalar are replaced, at the place where the parser saw them. Its
 * quotes, comments, order, block scalars, anchors and blanks stay, as do owner, group and mode.
 *
 * <p>Survives: what {@link dev.koshin.file} survives; the same key elsewhere in the file, in comments or inside of a
 * block scalar; Windows line ends; characters of any plane.
 *
 * <p>Refuses: a placeholder of another tool, an anchor, alias, tag or block scalar in the way, a key that stands twice,
 * several documents, a file whose next upgrade would wipe data ({@code reinstall: true}); and to deliver a token that
 * Helm's own YAML would write in quotes, because charts that encode what they wrote would make the quotes a part of the
 * token.
 *
 * <p>Does not survive: values that are handed to Helm by {@code --set} or by another file, which beat this one.
 */
@NullMarked
package dev.koshin.target.helmvalues;

import org.jspecify.annotations.NullMarked;
