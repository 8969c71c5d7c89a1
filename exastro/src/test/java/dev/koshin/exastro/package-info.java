/** Tests against a real MariaDB that keeps names in small letters, as Exastro's own container does. */
@NullMarked
package dev.koshin.exastro;

import org.jspecify.annotations.NullMarked;
