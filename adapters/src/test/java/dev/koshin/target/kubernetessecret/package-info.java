/** A key of a Secret, on a strict pretend API server. */
@NullMarked
package dev.koshin.target.kubernetessecret;

import org.jspecify.annotations.NullMarked;
