package dev.koshin.exastro;

import dev.koshin.model.CredentialName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which rows are one credential, and how it is called. Pure. */
final class Grouping {
    private static final Comparator<OrganizationRow> ORDER =
            Comparator.comparing(OrganizationRow::id).thenComparing(OrganizationRow::key);

    private Grouping() {}

    /** The rows of each credential. */
    static SortedMap<CredentialName, List<OrganizationRow>> of(Collection<OrganizationRow> live) {
        Collection<List<OrganizationRow>> groups = live.stream()
                .sorted(ORDER)
                .collect(Collectors.groupingBy(OrganizationRow::shared))
                .values();
        Map<String, List<List<OrganizationRow>>> byId = groups.stream()
                .collect(Collectors.groupingBy(group -> group.getFirst().id()));
        SortedMap<CredentialName, List<OrganizationRow>> named = new TreeMap<>();
        byId.forEach((id, sharing) -> named.putAll(named(id, sharing)));
        return named;
    }

    private static Map<CredentialName, List<OrganizationRow>> named(String id, List<List<OrganizationRow>> sharing) {
        if (sharing.size() == 1) {
            return Map.of(Names.of(id), sharing.getFirst());
        }
        Function<List<OrganizationRow>, String> key = group -> group.getFirst().key();
        boolean clear =
                sharing.stream().map(key.andThen(Names::shortened)).distinct().count() == sharing.size();
        Function<List<OrganizationRow>, String> suffix = clear ? key.andThen(Names::shortened) : key;
        return sharing.stream().collect(Collectors.toMap(group -> Names.of(id, suffix.apply(group)), group -> group));
    }
}
