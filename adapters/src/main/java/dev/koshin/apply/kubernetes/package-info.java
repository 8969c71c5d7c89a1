/**
 * Consumers in Kubernetes that read a Secret into their environment when they start: Deployments are restarted, and the
 * pods are asked what they hold.
 *
 * <p>{@link dev.koshin.apply.kubernetes.KubernetesConsumers} is the door;
 * {@link dev.koshin.apply.kubernetes.HelmUpgrade} is the operator's own procedure, for those who want it.
 *
 * <p>Survives: a run that died in the middle of a rollout (what holds the new value already is not restarted), an API
 * server that forbids commands in pods (then the times tell), clocks that differ by less than a minute, a rollout that
 * gets stuck (it says why, and the old pods go on working).
 *
 * <p>Does not survive: a pod that gets its token by another way than its environment; a node whose clock is off by
 * more, where commands in pods are forbidden.
 */
@NullMarked
package dev.koshin.apply.kubernetes;

import org.jspecify.annotations.NullMarked;
