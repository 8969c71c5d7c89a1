package dev.koshin.journal;

import dev.koshin.model.CredentialName;

/**
 * The right to write about one credential.
 *
 * @param fence grows each time the credential is leased; a holder whose number was passed can append nothing more
 */
public record Lease(CredentialName credential, long fence) {}
