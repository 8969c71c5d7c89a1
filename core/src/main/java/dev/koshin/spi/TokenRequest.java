package dev.koshin.spi;

import dev.koshin.model.Account;
import dev.koshin.model.CredentialName;
import dev.koshin.model.RenewalId;
import java.util.SortedSet;

/**
 * A token to be made.
 *
 * @param marker is put into the token's name, so that {@link Issuer#marked} finds it
 * @param lifetimeDays whole days from the issuer's own today, in UTC; the issuer shortens it to what the server allows
 */
public record TokenRequest(
        Account account, CredentialName credential, RenewalId marker, SortedSet<String> scopes, int lifetimeDays) {}
