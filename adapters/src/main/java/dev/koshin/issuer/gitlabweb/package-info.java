/**
 * Issues tokens on GitLab's own pages, signed in with the user's password, where no administrator's token is needed.
 *
 * <p>{@link dev.koshin.issuer.gitlabweb.GitLabWeb} is the door. Survives: pages of every release from 15.11 on, with
 * either path and either answer; a lifetime longer than the server allows. Recognises, and stops at: a wrong password,
 * a second factor, terms, an expired password, an address that is not confirmed, passwords that are switched off, a
 * throttle, a captcha. One failed attempt to sign in is the only one, because failures lock the account. Does not
 * survive: a sign-in with something other than GitLab's own password.
 */
@NullMarked
package dev.koshin.issuer.gitlabweb;

import org.jspecify.annotations.NullMarked;
