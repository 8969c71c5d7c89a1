/**
 * Files that are read as a whole and replaced as a whole: a room that adapters share, and no adapter itself.
 *
 * <p>{@link dev.koshin.file.ReplaceableFile} changes a file, {@link dev.koshin.file.TextFile} reads one.
 *
 * <p>Survives: a crash at any moment (the file is the old one or the new one, never a part), a full disk, somebody who
 * writes or replaces the file meanwhile, another Koshin at the same file, a link in place of the file (what it leads to
 * is replaced, the link stays), leftovers of a crash. Owner, group and mode stay.
 *
 * <p>Does not survive: another program that replaces the file within the microseconds between the last comparison and
 * the renaming. Access control lists and extended attributes are not kept. A file that is mounted by itself into a
 * container cannot be renamed over, and is refused: mount its folder.
 */
@NullMarked
package dev.koshin.file;

import org.jspecify.annotations.NullMarked;
