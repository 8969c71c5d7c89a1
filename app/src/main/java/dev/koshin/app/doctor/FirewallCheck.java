package dev.koshin.app.doctor;

import dev.koshin.app.config.RootConfig;
import dev.koshin.app.view.Check;
import dev.koshin.file.Text;
import dev.koshin.file.TextFile;
import dev.koshin.file.env.EnvStatement;
import dev.koshin.file.env.EnvText;
import dev.koshin.model.Problem;
import dev.koshin.model.Reason;
import dev.koshin.process.Command;
import dev.koshin.process.Ended;
import dev.koshin.spi.Effect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the manual's {@code setup.sh install} would end early: where a firewall is active it opens the ports, and
 * stops at a port that {@code .env} does not name. Nothing is asked that needs root.
 */
final class FirewallCheck implements Subject {
    /** Everybody may read it, unlike the answer of {@code ufw status}. */
    static final Path UFW = Path.of("/etc/ufw/ufw.conf");

    private static final List<String> PORTS = List.of("GITLAB_PORT", "EXTERNAL_URL_PORT");
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int LARGEST_BYTES = 1 << 16;

    private final Facts facts;
    private final Path ufw;

    FirewallCheck(Facts facts, Path ufw) {
        this.facts = facts;
        this.ufw = ufw;
    }

    /** Whether a firewall runs. */
    enum Firewall {
        ACTIVE,
        INACTIVE,
        /** Nobody said. */
        UNSEEN
    }

    @Override
    public List<Check> examine() {
        return facts.compose().map(this::check).map(List::of).orElseGet(List::of);
    }

    private Check check(RootConfig.Compose compose) {
        return switch (facts.settings()) {
            case Effect.Done<EnvText>(EnvText settings) -> check(compose, settings);
            case Effect.Refused<EnvText>(Problem problem) -> Check.unseen(Keys.FIREWALL, problem);
            case Effect.Unclear<EnvText>(Problem problem) -> Check.unseen(Keys.FIREWALL, problem);
        };
    }

    private Check check(RootConfig.Compose compose, EnvText settings) {
        List<String> missing = missing(settings);
        if (missing.isEmpty()) {
            return Check.ok(Keys.FIREWALL, facts.text("doctor.firewall.ports", String.join(", ", PORTS)));
        }
        return switch (either(firewalld(), ufw())) {
            case INACTIVE -> Check.ok(Keys.FIREWALL, facts.text("doctor.firewall.none"));
            case UNSEEN ->
                Check.unseen(Keys.FIREWALL, Judgement.notMade("firewalld, ufw", "systemctl gives no answer"));
            case ACTIVE -> stops(compose.setup(), missing);
        };
    }

    /** With {@code apply: setup.sh} a renewal itself would end there. */
    private Check stops(boolean setup, List<String> missing) {
        Problem problem = Problem.of(Reason.SETUP_WOULD_STOP, facts.envFile().toString(), String.join(", ", missing));
        return setup ? Check.failed(Keys.FIREWALL, problem) : Check.warned(Keys.FIREWALL, "", List.of(problem));
    }

    static List<String> missing(EnvText settings) {
        return PORTS.stream()
                .filter(key -> settings.last(key)
                        .map(EnvStatement::value)
                        .filter(value -> !value.isBlank())
                        .isEmpty())
                .toList();
    }

    static Firewall either(Firewall one, Firewall other) {
        return Stream.of(Firewall.ACTIVE, Firewall.UNSEEN)
                .filter(state -> one == state || other == state)
                .findFirst()
                .orElse(Firewall.INACTIVE);
    }

    private Firewall firewalld() {
        return judge(facts.runner().run(Command.of(List.of("systemctl", "is-active", "firewalld"), LIMIT)));
    }

    static Firewall judge(Ended answer) {
        if (!(answer instanceof Ended.Exited(int _, String out, String _))) {
            return Firewall.UNSEEN;
        }
        return switch (out.strip()) {
            case "active", "activating", "reloading" -> Firewall.ACTIVE;
            case "inactive", "failed", "unknown", "deactivating" -> Firewall.INACTIVE;
            default -> Firewall.UNSEEN;
        };
    }

    private Firewall ufw() {
        return switch (TextFile.read(ufw, LARGEST_BYTES)) {
            case Text.Read(String text) ->
                text.lines().anyMatch(line -> line.strip().equalsIgnoreCase("ENABLED=yes"))
                        ? Firewall.ACTIVE
                        : Firewall.INACTIVE;
            case Text.Unreadable(String why) -> why.equals("does not exist") ? Firewall.INACTIVE : Firewall.UNSEEN;
        };
    }
}
