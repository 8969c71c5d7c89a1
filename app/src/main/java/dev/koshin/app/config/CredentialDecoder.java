package dev.koshin.app.config;

import dev.koshin.model.CredentialName;
import dev.koshin.plan.Policy;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Reads the section {@code credentials}. */
final class CredentialDecoder {
    private static final String PRESET = "exastro";

    private final TargetDecoder targets;
    private final IssuerDecoder issuers;

    CredentialDecoder(TargetDecoder targets, IssuerDecoder issuers) {
        this.targets = targets;
        this.issuers = issuers;
    }

    /** What is supplied exists only if there was no problem. */
    List<Supplier<CredentialConfig>> read(Value credentials, Policy base) {
        return credentials.entries().entrySet().stream()
                .map(entry -> read(entry.getKey(), entry.getValue(), base))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Supplier<CredentialConfig>> read(String key, Value value, Policy base) {
        Optional<CredentialName> name = name(key, value);
        return value.section(Shape.CREDENTIAL).map(section -> read(name, section, base));
    }

    private Supplier<CredentialConfig> read(Optional<CredentialName> name, Section section, Policy base) {
        Optional<Supplier<IssuersConfig>> issuer = section.at("issuer").map(issuers::withUser);
        SortedSet<String> scopes = section.at("scopes").map(Scopes::of).orElseGet(TreeSet::new);
        List<Supplier<TargetConfig>> places =
                section.at("targets").map(targets::all).orElse(List.of());
        Policy policy = PolicyDecoder.read(section.at("policy"), base);
        return () -> new CredentialConfig(
                name.orElseThrow(),
                issuer.orElseThrow().get(),
                scopes,
                places.stream().map(Supplier::get).toList(),
                policy);
    }

    private static Optional<CredentialName> name(String key, Value value) {
        if (key.equals(PRESET) || key.startsWith(PRESET + "/")) {
            return value.badKey("is reserved for what the section exastro expands to");
        }
        try {
            return Optional.of(new CredentialName(key));
        } catch (IllegalArgumentException _) {
            return value.badKey("must be up to 300 letters, digits and _ . # @ ~ / - and begin with a letter or digit");
        }
    }
}
