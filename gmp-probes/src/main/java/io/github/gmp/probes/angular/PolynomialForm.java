package io.github.gmp.probes.angular;

/** Which polynomials stand for the Maxwell-Cartesian spherical harmonics. */
public enum PolynomialForm {
    /** S_abc as defined: homogeneous of degree n and harmonic, e.g. 3x² − r². */
    SOLID,
    /** r² replaced by 1, coordinates in Å, e.g. 3x² − 1: Table 1 of arXiv:2102.02390 read literally, as its codes do. */
    LITERAL
}
