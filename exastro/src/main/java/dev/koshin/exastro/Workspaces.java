package dev.koshin.exastro;

/**
 * What can be seen of the workspaces, in which executions run.
 *
 * @param visible how many workspaces show their executions to the database's user
 * @param running how many executions run in them now
 */
public record Workspaces(int visible, int running) {}
