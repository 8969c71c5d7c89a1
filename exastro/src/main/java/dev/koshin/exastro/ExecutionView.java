package dev.koshin.exastro;

import java.util.List;
import java.util.Locale;

/** A view of one workspace's database, as the server spells its name. */
record ExecutionView(String schema, String name) {
    /** Legacy, Pioneer and Legacy-Role. */
    static final List<String> NAMES =
            List.of("V_ANSL_EXEC_STS_INST2", "V_ANSP_EXEC_STS_INST2", "V_ANSR_EXEC_STS_INST2");

    /** The states of ITA between an execution's start and its end. */
    private static final String RUNNING = " WHERE DISUSE_FLAG = '0' AND STATUS_ID IN ('2', '3', '4', '11', '12')";

    private static final int DRIVER_BEGIN = 2;
    private static final int DRIVER_END = 6;

    /** {@code ANSL}, {@code ANSP} or {@code ANSR}. */
    String driver() {
        return name.substring(DRIVER_BEGIN, DRIVER_END).toUpperCase(Locale.ROOT);
    }

    /** The columns of {@link #running}. */
    static final List<String> COLUMNS = List.of("ORGANIZATION_ID", "WORKSPACE_ID", "DRIVER", "EXECUTION_NO");

    /** Selects organization, workspace, driver and number of what runs. */
    String running() {
        return "SELECT ORGANIZATION_ID, WORKSPACE_ID, '" + driver() + "' AS DRIVER, EXECUTION_NO FROM " + quoted(schema)
                + "." + quoted(name) + RUNNING;
    }

    private static String quoted(String identifier) {
        return "`" + identifier.replace("`", "``") + "`";
    }
}
