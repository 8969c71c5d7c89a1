package dev.koshin.exastro.discovery;

import dev.koshin.exastro.discovery.Doors.Door;
import java.util.Optional;

/**
 * ITA's database, as the installation itself is told.
 *
 * @param vendor {@code mariadb} or {@code mysql}
 * @param user the login name, if it is said
 */
record Database(String vendor, String host, String port, String name, Optional<String> user) {
    /** The service, the container and the deployment of the bundled one. */
    static final String BUNDLED = "mariadb";

    /** As Exastro calls it if nobody says anything else. */
    static final String USER = "ITA_USER";

    static final int PORT = 3306;

    private static final int LAST_PORT = 65_535;

    static Database of(Settings settings) {
        return new Database(
                settings.of(Settings.DB_VENDOR, "mariadb"),
                settings.of(Settings.DB_HOST, BUNDLED),
                settings.of(Settings.DB_PORT, String.valueOf(PORT)),
                settings.of(Settings.DB_NAME, "ITA_DB"),
                Optional.of(settings.of(Settings.DB_USER, "")).filter(name -> !name.isEmpty()));
    }

    boolean isBundled() {
        return host.equals(BUNDLED);
    }

    /** Its address, if the port is a port. */
    Optional<Door> door() {
        return port.matches("[0-9]{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= LAST_PORT
                ? Optional.of(new Door(host, Integer.parseInt(port)))
                : Optional.empty();
    }

    /** For JDBC, behind {@code door}. */
    String url(Door door) {
        String kind = vendor.equals("mysql") ? "mysql" : "mariadb";
        return "jdbc:" + kind + "://" + door + "/" + name;
    }
}
