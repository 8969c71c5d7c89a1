package dev.koshin.app.config;

import dev.koshin.model.Reason;
import java.util.Map;
import java.util.Optional;

/** A section of the file whose keys are known beforehand. */
final class Section {
    private final Value value;
    private final Shape shape;
    private final Map<String, Value> members;

    private Section(Value value, Shape shape) {
        this.value = value;
        this.shape = shape;
        this.members = Members.of(value, this::isHarmless);
    }

    static Section of(Value value, Shape shape) {
        Section section = new Section(value, shape);
        section.members.forEach(section::judge);
        shape.required().forEach(section::require);
        return section;
    }

    /** The value of this key; empty if the key is not there. */
    Optional<Value> at(String key) {
        if (!shape.knows(key)) {
            throw new IllegalArgumentException(shape + " does not list the key " + key);
        }
        return Optional.ofNullable(members.get(key));
    }

    /** The number of keys that are there, the unknown ones included. */
    int size() {
        return members.size();
    }

    /** Reports the key as missing unless it is there. */
    void require(String key) {
        if (at(key).isEmpty()) {
            value.problems().add(value.opened(), Reason.CONFIG_KEY_MISSING, Members.path(value, key));
        }
    }

    private void judge(String key, Value member) {
        if (shape.plans(key)) {
            member.badKey("is not supported by this version");
        } else if (!shape.knows(key)) {
            String shown = isHarmless(key) ? Value.shown(key) : Members.HIDDEN;
            member.problems().add(member.opened(), Reason.CONFIG_KEY_UNKNOWN, shown, member.path(), suggestion(key));
        }
    }

    private String suggestion(String key) {
        return Suggestion.of(key, shape.keys()).orElse("");
    }

    /** A secret in the place of its reference, as in <code>{ hunter2 }</code>, looks like a key. */
    private boolean isHarmless(String key) {
        return !shape.mayHoldSecret()
                || shape.knows(key)
                || shape.plans(key)
                || !suggestion(key).isEmpty();
    }
}
