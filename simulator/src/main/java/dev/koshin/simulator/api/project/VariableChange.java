package dev.koshin.simulator.api.project;

import dev.koshin.simulator.api.answer.Answer;
import dev.koshin.simulator.api.answer.Refusals;
import dev.koshin.simulator.api.call.Call;
import dev.koshin.simulator.api.call.Params;
import dev.koshin.simulator.api.call.Validation;
import dev.koshin.simulator.state.Variable;
import dev.koshin.simulator.state.Variable.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a CI/CD variable becomes, or why not. */
final class VariableChange {
    private static final String MASKABLE = "[a-zA-Z0-9_+=/@:.~-]{8,}";
    private static final Set<String> TYPES = Set.of("env_var", "file");

    private final boolean hiddenKnown;

    /** {@code hiddenKnown}: the release has hidden variables. */
    VariableChange(boolean hiddenKnown) {
        this.hiddenKnown = hiddenKnown;
    }

    sealed interface Outcome {
        record Made(Variable variable) implements Outcome {}

        record Refused(Answer answer) implements Outcome {}
    }

    Outcome create(Call call, List<Variable> others) {
        Params params = call.params();
        Validation validation = new Validation(params);
        validation.required("key");
        validation.required("value");
        boolean hidden = hiddenKnown && validation.bool("masked_and_hidden").orElse(false);
        boolean masked = validation.bool("masked").orElse(false);
        Variable empty = new Variable(
                params.text("key").orElse(""),
                "",
                "env_var",
                "*",
                false,
                hidden ? Visibility.HIDDEN : masked ? Visibility.MASKED : Visibility.VISIBLE,
                false,
                Optional.empty());
        Variable wanted = changed(empty, empty.visibility(), params, validation);
        return outcome(validation.refusal().or(() -> taken(wanted, others)).or(() -> flaw(wanted)), wanted);
    }

    /** The value of a hidden variable may change, what can be seen of it may not. */
    Outcome update(Call call, Variable old) {
        Validation validation = new Validation(call.params());
        Optional<Boolean> masked = validation.bool("masked");
        boolean hidden = old.visibility() == Visibility.HIDDEN;
        if (hidden && masked.filter(wanted -> !wanted).isPresent()) {
            return refused("The visibility setting cannot be changed for masked and hidden variables.");
        }
        if (!hidden && hiddenKnown && validation.bool("masked_and_hidden").orElse(false)) {
            return refused("Only new variables can be set as masked and hidden.");
        }
        Visibility visibility = hidden
                ? old.visibility()
                : masked.map(wanted -> wanted ? Visibility.MASKED : Visibility.VISIBLE)
                        .orElse(old.visibility());
        Variable wanted = changed(old, visibility, call.params(), validation);
        return outcome(validation.refusal().or(() -> flaw(wanted)), wanted);
    }

    private static Variable changed(Variable old, Visibility visibility, Params params, Validation validation) {
        return new Variable(
                old.key(),
                params.text("value").orElse(old.value()),
                validation.oneOf("variable_type", TYPES).orElse(old.type()),
                params.present("environment_scope").orElse(old.scope()),
                validation.bool("protected").orElse(old.isProtected()),
                visibility,
                validation.bool("raw").orElse(old.raw()),
                params.present("description").or(old::description));
    }

    private static Optional<Answer> taken(Variable wanted, List<Variable> others) {
        return others.stream()
                        .anyMatch(other -> other.key().equals(wanted.key())
                                && other.scope().equals(wanted.scope()))
                ? Optional.of(Refusals.invalidField("key", "(" + wanted.key() + ") has already been taken"))
                : Optional.empty();
    }

    private static Optional<Answer> flaw(Variable wanted) {
        if (!wanted.key().matches("[a-zA-Z0-9_]{1,255}")) {
            return Optional.of(Refusals.invalidField("key", "can contain only letters, digits and '_'."));
        }
        boolean maskable = wanted.visibility() == Visibility.VISIBLE
                || wanted.value().matches(wanted.raw() ? "\\S{8,}" : MASKABLE);
        return maskable ? Optional.empty() : Optional.of(Refusals.invalidField("value", "is invalid"));
    }

    private static Outcome refused(String text) {
        return new Outcome.Refused(Refusals.invalidField("base", text));
    }

    private static Outcome outcome(Optional<Answer> refusal, Variable wanted) {
        return refusal.<Outcome>map(Outcome.Refused::new).orElseGet(() -> new Outcome.Made(wanted));
    }
}
