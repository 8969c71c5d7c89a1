package dev.koshin.simulator.seed;

import dev.koshin.simulator.state.Account;
import dev.koshin.simulator.state.Digest;
import dev.koshin.simulator.state.Hindrance;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The side of a user that signs in.
 *
 * @param password as a file written by hand gives it
 * @param passwordDigest as a saved state gives it
 * @param hindrance {@code unconfirmed}, {@code terms} or {@code password_expired}
 */
public record SeedAccount(
        Optional<String> email,
        Optional<String> password,
        Optional<String> passwordDigest,
        boolean secondFactor,
        Optional<String> hindrance,
        Optional<Long> creator,
        boolean bot) {
    /** An account with a password and nothing else. */
    public static SeedAccount withPassword(String password) {
        return new SeedAccount(
                Optional.empty(),
                Optional.of(password),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    static SeedAccount of(Account account) {
        OptionalLong creator = account.creator();
        return new SeedAccount(
                Optional.of(account.email()),
                Optional.empty(),
                account.password().map(Digest::hex),
                account.secondFactor(),
                Optional.of(account.hindrance().word()),
                creator.isPresent() ? Optional.of(creator.getAsLong()) : Optional.empty(),
                account.bot());
    }

    Account account(String username) {
        return new Account(
                email.orElseGet(() -> Account.plain(username).email()),
                password.map(Digest::of).or(() -> passwordDigest.map(Digest::new)),
                secondFactor,
                hindrance.map(Hindrance::of).orElse(Hindrance.NONE),
                creator.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                bot);
    }

    @Override
    public String toString() {
        return "SeedAccount[email=" + email + "]";
    }
}
