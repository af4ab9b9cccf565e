package io.github.gmp.testkit.dynamics;

/** Constants for dynamics in eV, Å, fs and u (the unified atomic mass unit), from CODATA 2022 (doi:10.1103/RevModPhys.97.025002). */
public final class DynamicsUnits {
    /** e in C, exact in the SI: 1 eV in J. */
    private static final double ELEMENTARY_CHARGE = 1.602176634e-19;
    /** m_u in kg. */
    private static final double ATOMIC_MASS = 1.66053906892e-27;

    /** From F / m in eV/(Å u) to an acceleration in Å/fs²: 1 eV/(Å u) = e / m_u · 10¹⁰ m⁻¹ in m/s², and 1 m/s² = 10⁻²⁰ Å/fs². */
    public static final double ACCELERATION = ELEMENTARY_CHARGE / ATOMIC_MASS * 1e-10;

    /** Boltzmann's constant in eV/K, exact in the SI. */
    public static final double BOLTZMANN = 1.380649e-23 / ELEMENTARY_CHARGE;

    private DynamicsUnits() {}
}
