package dev.koshin.target.helmvalues;

import dev.koshin.file.SafeCharacters;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import dev.koshin.spi.Held;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** The scalar at a path, in a file in which it can be replaced. */
final class Setting {
    private final HelmValuesOptions options;
    private final ValuesText values;
    private final Node node;

    private Setting(HelmValuesOptions options, ValuesText values, Node node) {
        this.options = options;
        this.values = values;
        this.node = node;
    }

    /** Refused if there is none, or if it does not stand there by itself. */
    static Effect<Setting> in(String text, HelmValuesOptions options) {
        String name = HelmValuesTarget.name(options, options.key()).value();
        try {
            ValuesText values = ValuesText.of(text);
            return new Search(values, name).find(options.keys()).map(node -> new Setting(options, values, node));
        } catch (ValuesText.Unparsable e) {
            return new Effect.Refused<>(Problem.of(Reason.TARGET_NOT_EDITABLE, name, e.why()));
        }
    }

    ValuesText values() {
        return values;
    }

    Held held() {
        return held(node.scalar().orElseThrow());
    }

    static Held held(ScalarEvent scalar) {
        return Node.isNull(scalar) || scalar.getValue().isBlank()
                ? new Held.Nothing()
                : new Held.Value(Secret.of(scalar.getValue()));
    }

    /** The whole file with {@code fresh} in place of {@code expected}. */
    Effect<String> replaced(Held expected, Secret fresh) {
        return held().equals(expected)
                ? fresh.reveal(value -> fit(value).flatMap(_ -> proven(with(value), fresh)))
                : new Effect.Refused<>(Problem.of(Reason.TARGET_CHANGED, name()));
    }

    private Effect<String> fit(String value) {
        if (!SafeCharacters.only(value)) {
            return refused(Reason.TOKEN_CHARACTERS_UNFIT, SafeCharacters.NAMES);
        }
        return HelmYaml.quotes(value)
                ? refused(Reason.TOKEN_UNFIT_FOR_TARGET, "Helm would write it in quotes")
                : new Effect.Done<>(value);
    }

    /** A key with nothing behind it needs a space first. */
    private String with(String value) {
        boolean glued =
                node.content().from() > 0 && values.text().charAt(node.content().from() - 1) == ':';
        return node.content().replacedBy(glued ? " " + value : value, values.text());
    }

    /** Parsed once more: one step of the parser must differ, all other characters be the same, and the value be new. */
    private Effect<String> proven(String text, Secret fresh) {
        return in(text, options)
                .flatMap(now -> now.held().is(fresh)
                                && now.values.differences(values) == (held().is(fresh) ? 0 : 1)
                                && now.values.rest().equals(values.rest())
                        ? new Effect.Done<>(text)
                        : refused(Reason.TARGET_MORE_CHANGED, "line " + node.line()));
    }

    private <T> Effect<T> refused(Reason reason, String more) {
        return new Effect.Refused<>(Problem.of(reason, name(), more));
    }

    private String name() {
        return HelmValuesTarget.name(options, options.key()).value();
    }
}
