/** Gathers what there is: credentials, what their targets hold, and what GitLab says about it. Changes nothing. */
@NullMarked
package dev.koshin.inventory;

import org.jspecify.annotations.NullMarked;
