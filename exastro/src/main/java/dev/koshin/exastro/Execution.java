package dev.koshin.exastro;

import dev.koshin.model.Use;

/** One Ansible execution; its number is unique only within workspace and driver. */
record Execution(String organization, String workspace, String driver, String number) {
    /** {@code test-org-01/ws1/ANSL/12}. */
    Use use() {
        return new Use(String.join("/", organization, workspace, driver, number));
    }
}
