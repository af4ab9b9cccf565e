package io.github.gmp.testkit.dynamics;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Standard atomic weights, abridged to five digits (IUPAC 2021, doi:10.1515/pac-2019-0603), of the elements of the data sets in use. */
public final class AtomicMasses {
    private static final Map<Element, Double> WEIGHTS = Map.ofEntries(
            Map.entry(Element.H, 1.0080),
            Map.entry(Element.Li, 6.94),
            Map.entry(Element.C, 12.011),
            Map.entry(Element.N, 14.007),
            Map.entry(Element.O, 15.999),
            Map.entry(Element.F, 18.998),
            Map.entry(Element.Mg, 24.305),
            Map.entry(Element.Al, 26.982),
            Map.entry(Element.Si, 28.085),
            Map.entry(Element.S, 32.06),
            Map.entry(Element.Cl, 35.45),
            Map.entry(Element.Ni, 58.693),
            Map.entry(Element.Cu, 63.546),
            Map.entry(Element.Ge, 72.630),
            Map.entry(Element.Nb, 92.906),
            Map.entry(Element.Mo, 95.95),
            Map.entry(Element.Ta, 180.95),
            Map.entry(Element.W, 183.84),
            Map.entry(Element.Au, 196.97));

    private AtomicMasses() {}

    /**
     * {@return the mass of each atom in u}
     *
     * @param structure a structure
     * @throws IllegalArgumentException if it has an element that is not in the table
     */
    public static double[] of(AtomicStructure structure) {
        return IntStream.range(0, structure.size())
                .mapToDouble(atom -> Optional.ofNullable(WEIGHTS.get(structure.element(atom)))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "no atomic mass of " + structure.element(atom).symbol() + " in the table of "
                                        + AtomicMasses.class.getName())))
                .toArray();
    }
}
