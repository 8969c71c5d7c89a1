package dev.koshin.target.helmvalues;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * How Helm writes a text with its template function {@code toYaml}: in quotes, where it would be something else without
 * them. A chart that encodes what {@code toYaml} wrote hands the quotes on.
 *
 * <p>Rather too strict than too lax: what is refused here costs another token.
 *
 * @see <a href="https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go">the rules of Helm's YAML</a>
 */
final class HelmYaml {
    private static final Set<String> WORDS = Set.of(
            "y", "n", "yes", "no", "on", "off", "true", "false", "null", ".nan", ".inf", "+.inf", "-.inf", "-", ".");

    /** Once the underscores are taken out, which YAML 1.1 allows between digits. */
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+" + "|([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?)");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt].*)?");
    private static final ScalarResolver CORE = new CoreSchema().getScalarResolver();

    private HelmYaml() {}

    /** Whether {@code value}, which has safe characters only, would be written in quotes. */
    static boolean quotes(String value) {
        return WORDS.contains(value.toLowerCase(Locale.ROOT))
                || NUMBER.matcher(value.replace("_", "")).matches()
                || DATE.matcher(value).matches()
                || value.startsWith("---")
                || value.startsWith("...")
                || !CORE.resolve(value, true).equals(Tag.STR);
    }
}
