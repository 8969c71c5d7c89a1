/**
 * What differs between GitLab releases, as data: one immutable {@link dev.koshin.simulator.profile.Profile} per
 * release.
 *
 * <p>To add a release, add one constant to {@code Profiles}. Code asks a profile for a value, never for its name.
 */
@NullMarked
package dev.koshin.simulator.profile;

import org.jspecify.annotations.NullMarked;
