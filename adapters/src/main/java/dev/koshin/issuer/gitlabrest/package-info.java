/**
 * Issues, examines and revokes tokens over GitLab's REST API, with an administrator's token.
 *
 * <p>{@link dev.koshin.issuer.gitlabrest.GitLabRest} is the door. It survives: a server that boots (502, 503),
 * throttles (429), times out, cuts the connection or answers with something that is not JSON; a lifetime longer than
 * the server allows; Admin Mode; replicas that lag behind a write; a wrong local clock. It does not survive: GitLab
 * before 15.5, which lacks {@code /personal_access_tokens/self}; a proxy that asks for a password; gitlab.com, where
 * nobody is an administrator.
 */
@NullMarked
package dev.koshin.issuer.gitlabrest;

import org.jspecify.annotations.NullMarked;
