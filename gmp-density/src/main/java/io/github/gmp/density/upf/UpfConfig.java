package io.github.gmp.density.upf;

/** Configuration of the radial density format {@code upf}: nothing to choose, units are part of the format. */
public record UpfConfig() {}
