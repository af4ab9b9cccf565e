package io.github.gmp.probes.invariant;

/** Configuration of the invariants {@code order-zero}: nothing to choose. */
public record OrderZeroConfig() {}
