/** Proves that an adapter does what the core relies on: contracts to inherit, fakes to test with. */
@NullMarked
package dev.koshin.testkit;

import org.jspecify.annotations.NullMarked;
