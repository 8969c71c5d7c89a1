/**
 * One key of one Kubernetes Secret as a target; the Secret is its place.
 *
 * <p>{@link dev.koshin.target.kubernetessecret.KubernetesSecretTargets} is the door.
 *
 * <p>Survives: somebody else's writing at the same time (the version that was read is the guard of what is written),
 * another owner of the key such as helm (which gives it up only after the value was compared), admission that changes
 * more than the key (tried without effect first), a Secret that is deleted or made anew meanwhile, an answer that is
 * lost.
 *
 * <p>Does not survive: a controller or a {@code helm upgrade} that writes the old value back (look again later).
 */
@NullMarked
package dev.koshin.target.kubernetessecret;

import org.jspecify.annotations.NullMarked;
