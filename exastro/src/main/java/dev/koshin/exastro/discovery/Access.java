package dev.koshin.exastro.discovery;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which cluster is meant.
 *
 * @param kubeconfig empty: what kubectl would use
 * @param context the current one at this moment, so that a later switch leads nobody to another cluster; empty if it is
 *     not known
 */
record Access(Optional<Path> kubeconfig, Optional<String> context) {
    /** The keys that every mention of the cluster needs besides others, in braces. */
    String keys() {
        return kubeconfig
                        .map(file -> ", kubeconfig: " + Sheet.scalar(file.toString()))
                        .orElse("")
                + context.map(name -> ", context: " + Sheet.scalar(name)).orElse("");
    }
}
