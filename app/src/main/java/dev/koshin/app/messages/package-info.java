/** What Koshin says to people, in English and Japanese. */
@NullMarked
package dev.koshin.app.messages;

import org.jspecify.annotations.NullMarked;
