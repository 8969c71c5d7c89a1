/**
 * The preset for Exastro IT Automation: finds the organizations of an installation and turns them into credentials.
 *
 * <p>{@link dev.koshin.exastro.ExastroOrganizations} is the door.
 */
@NullMarked
package dev.koshin.exastro;

import org.jspecify.annotations.NullMarked;
