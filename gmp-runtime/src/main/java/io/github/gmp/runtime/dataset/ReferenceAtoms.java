package io.github.gmp.runtime.dataset;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;

/** Known properties of atoms, for telling units by magnitude. Too coarse for anything else. */
final class ReferenceAtoms {
    /** Covalent radii in Å of H … Cm (low spin): Cordero et al. 2008, doi:10.1039/b801115j, Table 2. */
    private static final double[] COVALENT_RADII = {
        0.31, 0.28, 1.28, 0.96, 0.84, 0.76, 0.71, 0.66, 0.57, 0.58, 1.66, 1.41, 1.21, 1.11, 1.07, 1.05, 1.02, 1.06,
                2.03,
        1.76, 1.70, 1.60, 1.53, 1.39, 1.39, 1.32, 1.26, 1.24, 1.32, 1.22, 1.22, 1.20, 1.19, 1.20, 1.20, 1.16, 2.20,
                1.95,
        1.90, 1.75, 1.64, 1.54, 1.47, 1.46, 1.42, 1.39, 1.45, 1.44, 1.42, 1.39, 1.39, 1.38, 1.39, 1.40, 2.44, 2.15,
                2.07,
        2.04, 2.03, 2.01, 1.99, 1.98, 1.98, 1.96, 1.94, 1.92, 1.92, 1.89, 1.90, 1.87, 1.87, 1.75, 1.70, 1.62, 1.51,
                1.44,
        1.41, 1.36, 1.36, 1.32, 1.45, 1.46, 1.48, 1.40, 1.50, 1.50, 2.60, 2.21, 2.15, 2.06, 2.00, 1.96, 1.90, 1.87,
                1.80,
        1.69
    };

    /** All-electron energies in hartree of the atoms H … Ar, to the digits that density functionals agree on. */
    private static final double[] ATOMIC_ENERGIES = {
        -0.50, -2.90, -7.48, -14.66, -24.65, -37.84, -54.58, -75.06, -99.73, -128.93, -162.25, -200.05, -242.35,
        -289.36, -341.26, -398.11, -460.15, -527.54
    };

    private static final Set<Element> NOBLE_GASES =
            EnumSet.of(Element.He, Element.Ne, Element.Ar, Element.Kr, Element.Xe, Element.Rn, Element.Og);

    private ReferenceAtoms() {}

    /** {@return the covalent radius in Å, if tabulated; none for noble gases, whose neighbors are not bonded to them} */
    static OptionalDouble covalentRadius(Element element) {
        return !NOBLE_GASES.contains(element) && element.atomicNumber() <= COVALENT_RADII.length
                ? OptionalDouble.of(COVALENT_RADII[element.atomicNumber() - 1])
                : OptionalDouble.empty();
    }

    /** {@return the sum of the all-electron energies of the atoms in hartree, if all are tabulated} */
    static OptionalDouble allElectronEnergy(AtomicStructure structure) {
        double sum = 0;
        for (int atomicNumber : structure.atomicNumbers()) {
            if (atomicNumber > ATOMIC_ENERGIES.length) {
                return OptionalDouble.empty();
            }
            sum += ATOMIC_ENERGIES[atomicNumber - 1];
        }
        return OptionalDouble.of(sum);
    }
}
