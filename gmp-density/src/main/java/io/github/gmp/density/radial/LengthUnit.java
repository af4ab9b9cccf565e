package io.github.gmp.density.radial;

/** Units of radii in files. */
public enum LengthUnit {
    /** 0.529177210903 Å (CODATA 2018). */
    BOHR(0.529177210903),
    /** 1 Å. */
    ANGSTROM(1);

    private final double angstroms;

    LengthUnit(double angstroms) {
        this.angstroms = angstroms;
    }

    /** {@return how many Å it is} */
    public double angstroms() {
        return angstroms;
    }
}
