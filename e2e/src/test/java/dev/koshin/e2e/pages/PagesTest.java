package dev.koshin.e2e.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.koshin.e2e.Distribution;
import dev.koshin.e2e.compose.ExastroHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader who does what a page says, in the order of the page, gets where it promises, in both languages. */
final class PagesTest {
    private static final Pattern VARIABLE = Pattern.compile("…|\\b[a-z0-9]{16}\\b|\\b[0-9a-f]{6,}\\b|\\d+|\\s+");

    /** They need a cluster, or podman without root; KubernetesTest and DatabaseTest do what they say. */
    private static final Set<String> ELSEWHERE =
            Set.of("howto/renew-a-kubernetes-secret", "howto/exastro-on-kubernetes", "howto/exastro-on-podman");

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void simulator(String language) throws IOException, InterruptedException {
        follow(Guide.of("howto/simulator", language), new Desk(home, Map.of(), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "howto/renew-organizations, en", "howto/renew-organizations, ja",
        "howto/retire-old-tokens, en", "howto/retire-old-tokens, ja",
        "howto/external-gitlab, en", "howto/external-gitlab, ja",
    })
    void with_organizations(String name, String language) throws IOException, InterruptedException, SQLException {
        try (Host host = Host.start(home)) {
            follow(Guide.of(name, language), host.desk());
        }
    }

    /** From the demo to renewed tokens of an installation, and every other page about one that runs. */
    @ParameterizedTest
    @CsvSource({
        "tutorial/first-renewal, en", "tutorial/first-renewal, ja",
        "howto/set-up-for-exastro, en", "howto/set-up-for-exastro, ja",
        "howto/manual-chapter-10, en", "howto/manual-chapter-10, ja",
        "howto/several-installations, en", "howto/several-installations, ja",
    })
    void beside_a_running_exastro(String name, String language) throws IOException, InterruptedException, SQLException {
        beside(name, language, LocalDate.now(ZoneOffset.UTC).plusDays(20), false, Duration.ZERO);
    }

    /** Pages for those who have set up before. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void renew_the_root_token(String language) throws IOException, InterruptedException, SQLException {
        beside(
                "howto/renew-the-root-token",
                language,
                LocalDate.now(ZoneOffset.UTC).plusDays(20),
                true,
                Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void expired_root_token(String language) throws IOException, InterruptedException, SQLException {
        beside(
                "howto/expired-root-token",
                language,
                LocalDate.now(ZoneOffset.UTC).plusDays(2),
                true,
                Duration.ofDays(3));
    }

    private void beside(String name, String language, LocalDate rootExpires, boolean setUp, Duration passed)
            throws IOException, InterruptedException, SQLException {
        Optional<ExastroHost> started = ExastroHost.start(home, rootExpires);
        assumeTrue(started.isPresent(), "this machine cannot run a container engine");
        try (ExastroHost host = started.orElseThrow()) {
            Files.createSymbolicLink(
                    Files.createDirectories(home.resolve("koshin")).resolve("koshin"),
                    Distribution.built().home().resolve("bin/koshin"));
            host.another(home.resolve("second/exastro-docker-compose"));
            host.another(home.resolve("exastro-staging"));
            if (setUp) {
                host.init(home.resolve("koshin"));
            }
            host.pass(passed);
            follow(
                    Guide.of(name, language),
                    new Desk(home, host.environment(), Map.of("/srv/second", home + "/second")));
        }
    }

    /** What was carried over: the distribution as it is built, and a Java, of which a link is enough here. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void air_gapped(String language) throws IOException, InterruptedException {
        Path place = Files.createDirectories(home.resolve("carried"));
        Files.copy(Path.of("..", "dist", "target", "koshin.zip"), place.resolve("koshin.zip"));
        Files.createSymbolicLink(
                Files.createDirectory(place.resolve("jdk")).resolve("bin"),
                Path.of(System.getProperty("java.home"), "bin"));
        assertThat(new ProcessBuilder("tar", "-czf", "jdk-25.tar.gz", "jdk")
                        .directory(place.toFile())
                        .start()
                        .waitFor())
                .isZero();
        follow(Guide.of("howto/air-gapped", language), new Desk(home, Map.of(), Map.of()), "carried");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void renew_tokens_in_files(String language) throws IOException, InterruptedException, SQLException {
        try (Host host = Host.start(home)) {
            host.write("ci/.env", "CI_TOKEN=" + Host.DEPLOYMENT + "\n");
            host.write("ci/values.yaml", "ci:\n  secret:\n    token: " + Host.DEPLOYMENT + "\n");
            follow(Guide.of("howto/renew-tokens-in-files", language), host.desk());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void read_the_journal(String language) throws IOException, InterruptedException, SQLException {
        try (Host host = Host.start(home)) {
            host.before("renew", "--yes", "exastro/organization/test-org-01", "exastro/organization/test-org-02");
            host.before("retire", "--retire-now");
            follow(Guide.of("howto/read-the-journal", language), host.desk());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void go_back(String language) throws IOException, InterruptedException, SQLException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/age-keygen")), "age is not installed");
        try (Host host = Host.start(home)) {
            follow(Guide.of("howto/go-back", language), host.desk());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void when_something_changed(String language) throws IOException, InterruptedException, SQLException {
        try (Host host = Host.start(home)) {
            host.before("renew", "--yes", "exastro/organization/test-org-01");
            host.put("test-org-01", Host.BY_HAND);
            follow(Guide.of("howto/when-something-changed", language), host.desk());
        }
    }

    /** A page that nobody follows here would go stale unseen. */
    @Test
    void every_page_with_commands_is_followed_but_for_those_named() throws IOException {
        String here = Files.readString(Path.of("src/test/java/dev/koshin/e2e/pages/PagesTest.java"));
        try (Stream<Path> pages = Files.walk(Path.of("../docs/en"))) {
            assertThat(pages.map(Path::toString)
                            .filter(page -> page.matches(".*/(tutorial|howto)/.*\\.md"))
                            .map(page -> page.replaceAll(".*/(tutorial|howto)/(.*)\\.md", "$1/$2"))
                            .filter(name -> !ELSEWHERE.contains(name))
                            .filter(name -> Guide.of(name, "en").blocks().stream()
                                    .anyMatch(block -> block.is("sh") && !block.is("example"))))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(here).contains("\"" + name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void when_something_is_parked(String language) throws IOException, InterruptedException, SQLException {
        try (Host host = Host.start(home)) {
            host.put("test-org-01", "glpat-nobodyKnowsThisOne");
            follow(Guide.of("howto/when-something-is-parked", language), host.desk());
        }
    }

    private static void follow(Guide guide, Desk desk) throws IOException, InterruptedException {
        follow(guide, desk, "koshin");
    }

    private static void follow(Guide guide, Desk desk, String place) throws IOException, InterruptedException {
        Desk.Session session = desk.follow(guide, place);
        assertThat(session.exit()).as(session.text()).isZero();
        assertThat(guide.quoted())
                .allSatisfy(line -> assertThat(session.text()).as(line).containsPattern(anyVariable(line)));
    }

    /** Numbers, times, ids and the width of columns differ from run to run; a {@code …} stands for anything. */
    private static Pattern anyVariable(String line) {
        StringBuilder pattern = new StringBuilder();
        Matcher variable = VARIABLE.matcher(line.strip());
        int at = 0;
        while (variable.find()) {
            pattern.append(Pattern.quote(line.strip().substring(at, variable.start())));
            pattern.append(any(variable.group()));
            at = variable.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(line.strip().substring(at))).toString());
    }

    private static String any(String variable) {
        return variable.isBlank() ? "\\s+" : variable.equals("…") ? ".*" : "[0-9a-z]+";
    }
}
