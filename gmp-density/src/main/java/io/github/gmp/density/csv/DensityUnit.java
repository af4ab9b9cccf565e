package io.github.gmp.density.csv;

import io.github.gmp.density.radial.LengthUnit;
import io.github.gmp.density.radial.RadialForm;

/** What a column of densities holds. */
public enum DensityUnit {
    /** ρ in e/bohr³. */
    ELECTRONS_PER_BOHR3("rho_electrons_per_bohr3", RadialForm.DENSITY, LengthUnit.BOHR),
    /** ρ in e/Å³. */
    ELECTRONS_PER_ANGSTROM3("rho_electrons_per_angstrom3", RadialForm.DENSITY, LengthUnit.ANGSTROM),
    /** 4πr²ρ in e/bohr. */
    SHELL_ELECTRONS_PER_BOHR("4_pi_r2_rho_electrons_per_bohr", RadialForm.SHELL, LengthUnit.BOHR),
    /** 4πr²ρ in e/Å. */
    SHELL_ELECTRONS_PER_ANGSTROM("4_pi_r2_rho_electrons_per_angstrom", RadialForm.SHELL, LengthUnit.ANGSTROM);

    private final String column;
    private final RadialForm form;
    private final LengthUnit length;

    DensityUnit(String column, RadialForm form, LengthUnit length) {
        this.column = column;
        this.form = form;
        this.length = length;
    }

    /** The name of a column in this unit. */
    String column() {
        return column;
    }

    RadialForm form() {
        return form;
    }

    LengthUnit length() {
        return length;
    }
}
