package dev.koshin.app.config;

import dev.koshin.secret.KubernetesReference;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads which key of which Secret is meant. */
final class KubernetesReferences {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{1,253}");

    private KubernetesReferences() {}

    static Optional<KubernetesReference> of(Section section, Paths paths) {
        Optional<String> namespace = section.at("namespace").flatMap(KubernetesReferences::name);
        Optional<String> name = section.at("name").flatMap(KubernetesReferences::name);
        Optional<String> key = section.at("key").flatMap(KubernetesReferences::key);
        Optional<Path> kubeconfig = section.at("kubeconfig").flatMap(paths::of);
        Optional<String> context = section.at("context").flatMap(Insides::name);
        return namespace.flatMap(space -> name.flatMap(
                secret -> key.map(one -> new KubernetesReference(space, secret, one, kubeconfig, context))));
    }

    private static Optional<String> name(Value value) {
        return value.text()
                .flatMap(text -> NAME.matcher(text).matches()
                        ? Optional.of(text)
                        : value.badValue("", "must be a name of lower-case letters, digits and . -"));
    }

    private static Optional<String> key(Value value) {
        return value.text()
                .flatMap(text -> KEY.matcher(text).matches()
                        ? Optional.of(text)
                        : value.badValue("", "must be a key of letters, digits and _ . -"));
    }
}
