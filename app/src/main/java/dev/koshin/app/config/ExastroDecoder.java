package dev.koshin.app.config;

import dev.koshin.app.config.ExastroConfig.Organizations;
import dev.koshin.plan.Policy;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/** Reads the section {@code exastro}. */
final class ExastroDecoder {
    private final DatabaseDecoder databases;
    private final RootDecoder roots;

    ExastroDecoder(DatabaseDecoder databases, RootDecoder roots) {
        this.databases = databases;
        this.roots = roots;
    }

    /** What is supplied exists only if there was no problem. */
    Supplier<ExastroConfig> read(Value value, Section section, Policy base) {
        Optional<Supplier<Organizations>> organizations = section.at("organizations")
                .flatMap(written -> written.section(Shape.ORGANIZATIONS))
                .map(written -> organizations(written, base));
        Optional<Supplier<RootConfig>> root = section.at("root")
                .flatMap(written -> written.section(Shape.EXASTRO_ROOT).map(found -> roots.read(written, found, base)));
        if (section.at("organizations").isEmpty() && section.at("root").isEmpty()) {
            value.badValue("", "needs organizations, root, or both");
        }
        return () -> new ExastroConfig(organizations.map(Supplier::get), root.map(Supplier::get));
    }

    private Supplier<Organizations> organizations(Section section, Policy base) {
        Optional<Section> database = section.at("database").flatMap(value -> value.section(Shape.DATABASE));
        Optional<Supplier<? extends TargetDatabase>> address =
                database.map(written -> databases.target(written, Optional.empty()));
        String table = database.flatMap(written -> written.at("table"))
                .flatMap(Value::text)
                .orElse(Organizations.TABLE);
        Policy policy = PolicyDecoder.read(section.at("policy"), base);
        SortedSet<String> scopes = section.at("scopes").map(Scopes::of).orElse(Organizations.SCOPES);
        return () -> new Organizations(address.orElseThrow().get(), table, policy, scopes);
    }
}
