package dev.koshin.app.config;

import dev.koshin.app.config.ExastroConfig.Organizations;
import dev.koshin.plan.Policy;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/** Reads the section {@code exastro}. */
final class ExastroDecoder {
    private final DatabaseDecoder databases;

    ExastroDecoder(DatabaseDecoder databases) {
        this.databases = databases;
    }

    /** What is supplied exists only if there was no problem. */
    Supplier<ExastroConfig> read(Section section, Policy base) {
        Optional<Supplier<Organizations>> organizations = section.at("organizations")
                .flatMap(value -> value.section(Shape.ORGANIZATIONS))
                .map(written -> organizations(written, base));
        return () -> new ExastroConfig(organizations.orElseThrow().get());
    }

    private Supplier<Organizations> organizations(Section section, Policy base) {
        Optional<Section> database = section.at("database").flatMap(value -> value.section(Shape.DATABASE));
        Optional<Supplier<DatabaseConfig>> address = database.map(databases::target);
        String table = database.flatMap(written -> written.at("table"))
                .flatMap(Value::text)
                .orElse(Organizations.TABLE);
        Policy policy = PolicyDecoder.read(section.at("policy"), base);
        SortedSet<String> scopes = section.at("scopes").map(Scopes::of).orElse(Organizations.SCOPES);
        return () -> new Organizations(address.orElseThrow().get(), table, policy, scopes);
    }
}
