/** Things that go wrong on purpose, planned request by request. */
@NullMarked
package dev.koshin.simulator.fault;

import org.jspecify.annotations.NullMarked;
