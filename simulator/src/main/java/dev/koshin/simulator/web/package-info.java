/** What browsers, git and OAuth applications see of the instance: everything that is not the API. */
@NullMarked
package dev.koshin.simulator.web;

import org.jspecify.annotations.NullMarked;
