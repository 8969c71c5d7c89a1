package dev.koshin.issuer.manual;

import dev.koshin.model.Account;
import dev.koshin.model.Problem;
import dev.koshin.model.Secret;
import dev.koshin.spi.Issuer;
import dev.koshin.testkit.FakeGitLab;
import dev.koshin.testkit.IssuerContract;
import dev.koshin.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** With a person who does what the instructions say. */
final class ManualContractTest implements IssuerContract, Prompt {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-07-01T12:00:00Z"));
    private final FakeGitLab gitlab = new FakeGitLab(clock);
    private final Account account = gitlab.user("root");
    private Optional<Secret> copied = Optional.empty();

    @Override
    public Issuer issuer() {
        return Manual.issuer(this, gitlab.issuer("root"), "root", clock);
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public boolean available() {
        return true;
    }

    @Override
    public void show(Instructions instructions) {
        copied = Optional.of(gitlab.made(account, instructions.name(), instructions.scopes(), instructions.expiry())
                .secret());
    }

    @Override
    public Optional<Secret> read(Duration time) {
        return copied;
    }

    @Override
    public void wrong(Problem problem, int left) {
        throw new AssertionError(problem);
    }
}
