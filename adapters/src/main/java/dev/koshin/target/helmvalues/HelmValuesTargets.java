package dev.koshin.target.helmvalues;

import dev.koshin.spi.Target;

/** Makes targets of the values in Helm's values files. */
public final class HelmValuesTargets {
    private HelmValuesTargets() {}

    /** One value; the file is not touched before the first question, and nothing is kept open. */
    public static Target of(HelmValuesOptions options) {
        return new HelmValuesTarget(options);
    }
}
