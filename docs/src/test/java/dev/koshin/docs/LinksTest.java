package dev.koshin.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a page links to in this checkout is there. */
final class LinksTest {
    static List<Page> pages() {
        return Pages.all().toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_leads_somewhere(Page page) {
        assertThat(page.links()).allSatisfy(link -> {
            if (!link.matches("[a-z]+:.*")) {
                String[] parts = link.split("#", 2);
                Path file = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
                assertThat(file).exists();
                if (parts.length > 1 && Files.isRegularFile(file)) {
                    assertThat(anchors(file)).contains(parts[1]);
                }
            }
        });
    }

    /** As the usual renderers of Markdown name headings. */
    private static List<String> anchors(Path file) {
        return Page.of(file).titles().stream()
                .map(title -> title.text()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
