package dev.koshin.secret;

import dev.koshin.model.Secret;
import dev.koshin.spi.Effect;
import java.util.Map;

/** An environment variable. */
record EnvironmentSource(String name, Map<String, String> environment) implements SecretSource {
    @Override
    public Effect<Secret> resolve() {
        String value = environment.get(name);
        return value == null ? Answers.refused(this, "is not set") : Answers.value(this, value);
    }

    @Override
    public String description() {
        return "environment variable " + name;
    }

    /** The environment must not be printed. */
    @Override
    public String toString() {
        return description();
    }
}
