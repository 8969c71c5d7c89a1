/**
 * For those who write an adapter: contracts that every issuer, target and journal keeps, fakes, a crash injector and a
 * settable clock.
 */
@NullMarked
package dev.koshin.testkit;

import org.jspecify.annotations.NullMarked;
