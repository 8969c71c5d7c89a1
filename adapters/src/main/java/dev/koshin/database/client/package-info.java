/**
 * MariaDB or MySQL through the server's own command-line client, in a container or pod whose port cannot be reached.
 *
 * <p>{@link dev.koshin.database.client.ClientOptions} is the door. One client runs for each session; statements go
 * through its standard input and answers come through its standard output, up to a mark. Values go as hexadecimal
 * literals and come as hexadecimal digits, so that any character survives. The password is the first line that the
 * shell in the container hears; it stands on no command line, and in the environment of the client only.
 *
 * <p>Survives: a killed or hanging client or engine at any moment (before COMMIT nothing happened, at COMMIT the answer
 * is unclear), a server that ends idle sessions, an image with {@code mysql} instead of {@code mariadb}, without bash,
 * or whose server listens on its socket only. The server itself ends a session that says nothing for a minute, so that
 * a client left behind holds no row longer. Does not survive: an image without client or shell.
 */
@NullMarked
package dev.koshin.database.client;

import org.jspecify.annotations.NullMarked;
