package io.github.gmp.probes.invariant;

/** Configuration of the invariants {@code power-spectrum}: nothing to choose. */
public record PowerSpectrumConfig() {}
