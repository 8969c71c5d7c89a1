package dev.koshin.exastro;

import java.util.Locale;

/**
 * The server of ITA's database.
 *
 * @param version as the server writes it, such as {@code 10.11.4-MariaDB-1:10.11.4+maria~ubu2204}
 * @param names {@code lower_case_table_names}: 0 tells capitals from small letters, 1 and 2 do not
 */
public record DatabaseServer(String version, String names) {
    /** {@code MariaDB} or {@code MySQL}. */
    public String kind() {
        return version.toLowerCase(Locale.ROOT).contains("mariadb") ? "MariaDB" : "MySQL";
    }

    /** The number alone, such as {@code 10.11.4}. */
    public String number() {
        return version.replaceFirst("^5\\.5\\.5-", "").replaceFirst("[^0-9.].*", "");
    }
}
