/**
 * Issues tokens with {@code gitlab-rails} on GitLab's own machine, where no administrator's token is needed.
 *
 * <p>{@link dev.koshin.issuer.gitlabrails.GitLabRails} is the door. Survives: a Ruby that needs minutes to start, that
 * warns before and after its answer on both streams, that dies before or after its work; a lost connection; a lifetime
 * longer than the server allows. An ending of which it is not certain that nothing was saved is unclear, and the token
 * is looked for by its name. Does not survive: a GitLab whose REST API does not answer, as the new token is examined
 * there; a {@code sudo} that asks for a password.
 */
@NullMarked
package dev.koshin.issuer.gitlabrails;

import org.jspecify.annotations.NullMarked;
