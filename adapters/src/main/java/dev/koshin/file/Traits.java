package dev.koshin.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which file it is, and what must stay when another one takes its place.
 *
 * @param real where it is, without links
 * @param inode tells it from a file that took its place
 * @param mode with the bits that say what kind of file it is
 * @param links the number of its names
 */
record Traits(Path real, String inode, int owner, int group, int mode, int links) {
    private static final int PERMISSIONS = 07777;
    private static final int ROOT = 0;
    private static final Path THIS_PROCESS = Path.of("/proc/self");

    /** Those of the file that {@code path} leads to. */
    static Traits of(Path path) throws IOException {
        Path real = path.toRealPath();
        Map<String, Object> all = Files.readAttributes(real, "unix:*", LinkOption.NOFOLLOW_LINKS);
        return new Traits(
                real,
                all.get("dev") + ":" + all.get("ino"),
                number(all, "uid"),
                number(all, "gid"),
                number(all, "mode"),
                number(all, "nlink"));
    }

    private static int number(Map<String, Object> all, String name) {
        return all.get(name) instanceof Integer number ? number : 0;
    }

    /** Makes {@code other} look like this one. The owner comes first: changing it takes bits from the mode. */
    void giveTo(Path other) throws IOException {
        Traits has = of(other);
        if (has.owner != owner) {
            Files.setAttribute(other, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        }
        if (has.group != group) {
            Files.setAttribute(other, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
        }
        Files.setAttribute(other, "unix:mode", mode & PERMISSIONS);
    }

    /** Why this user cannot replace the file and keep everything else of it; empty if nothing speaks against it. */
    Optional<String> obstacle() throws IOException {
        if (links > 1) {
            return Optional.of("has another name (a hard link), which would keep the old value");
        }
        if (!Files.isWritable(folder())) {
            return Optional.of("lies in a folder that this user may not write");
        }
        Path backup = beside(Backup.ENDING);
        if (Files.exists(backup) && !Files.isWritable(backup)) {
            return Optional.of("has a backup that this user may not write: " + backup.getFileName());
        }
        return foreign() ? Optional.of("belongs to another user, and only root could keep that") : Optional.empty();
    }

    private boolean foreign() throws IOException {
        if (!Files.exists(THIS_PROCESS)) {
            return false;
        }
        Object user = Files.getAttribute(THIS_PROCESS, "unix:uid");
        return !user.equals(ROOT) && !user.equals(owner);
    }

    Path folder() {
        return real.resolveSibling("");
    }

    /** A file of Koshin's own beside this one. */
    Path beside(String ending) {
        return real.resolveSibling(real.getFileName() + ending);
    }
}
