/**
 * Talks to a Kubernetes cluster: one call, one answer, nothing tried twice that may have had an effect.
 *
 * <p>{@link dev.koshin.kubernetes.Cluster} is the door. The fabric8 client reads kubeconfig and service accounts,
 * trusts and logs in; what is said to the API server, and what its answer means, is said here, because an ending must
 * be known exactly and its typed client repeats calls and puts answers into exceptions. Nothing of fabric8 is loaded
 * before the first call.
 *
 * <p>Survives: a token that the cluster replaced meanwhile, an API server that asks to wait, a kubeconfig that comes
 * later. Does not survive: a redirect to another address, which is never followed.
 */
@NullMarked
package dev.koshin.kubernetes;

import org.jspecify.annotations.NullMarked;
