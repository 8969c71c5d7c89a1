package dev.koshin.target.envfile;

import dev.koshin.spi.Target;

/** Makes targets of the keys of {@code .env} files. */
public final class EnvFileTargets {
    private EnvFileTargets() {}

    /** One key; the file is not touched before the first question, and nothing is kept open. */
    public static Target of(EnvFileOptions options) {
        return new EnvFileTarget(options);
    }
}
