/** Drives renewals from planned to finished: one credential, or many. */
@NullMarked
package dev.koshin.renew;

import org.jspecify.annotations.NullMarked;
