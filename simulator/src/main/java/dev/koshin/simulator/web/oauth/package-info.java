/** OAuth, as far as a password gets a short-lived token. */
@NullMarked
package dev.koshin.simulator.web.oauth;

import org.jspecify.annotations.NullMarked;
