package dev.koshin.journal.sql;

import dev.koshin.journal.Entry;

/**
 * An entry and how it is written.
 *
 * @param kind the stable name of the entry's type
 * @param payload a JSON object of what is in the entry beside its renewal
 */
record Line(Entry entry, String kind, String payload) {}
