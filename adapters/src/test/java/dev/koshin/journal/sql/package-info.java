/** Tests of the journal in a database. */
@NullMarked
package dev.koshin.journal.sql;

import org.jspecify.annotations.NullMarked;
