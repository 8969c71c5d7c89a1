package dev.koshin.apply.kubernetes;

import dev.koshin.kubernetes.ClusterOptions;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What is upgraded, and with what.
 *
 * @param values the file that the operator upgrades with
 * @param key where the token stands in it, the keys from the root on, joined by points
 * @param program {@code helm}, or where it is
 * @param limit for the upgrade; the questions before it may take {@link #QUESTION} each
 * @param cluster the same as for everything else
 */
public record HelmOptions(
        Release release, Path values, String key, String program, Duration limit, ClusterOptions cluster) {
    /** One minute. */
    public static final Duration QUESTION = Duration.ofMinutes(1);

    /** Ten minutes: hooks of the chart run in it. */
    public static final Duration LIMIT = Duration.ofMinutes(10);

    /** Looked up in {@code PATH}. */
    public static final String PROGRAM = "helm";

    /** A release and its chart, such as {@code exastro/exastro}. */
    public record Release(String namespace, String name, String chart) {
        /** The chart's own name. */
        String chartName() {
            return chart.substring(chart.lastIndexOf('/') + 1);
        }

        @Override
        public String toString() {
            return "release " + namespace + "/" + name;
        }
    }
}
