package dev.koshin.simulator.state;

/**
 * What a project's or group's access token was made for.
 *
 * @param accessLevel 10 to 50
 */
public record Resource(Place place, int accessLevel) {}
