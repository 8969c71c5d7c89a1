/** Contracts that every implementation of a port inherits as tests, and what such tests need. */
@NullMarked
package dev.koshin.testkit;

import org.jspecify.annotations.NullMarked;
