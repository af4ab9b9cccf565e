package io.github.gmp.api.structure;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.Suggestions;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The chemical elements; the name of each constant is its symbol. */
public enum Element {
    /** Hydrogen. */
    H,
    /** Helium. */
    He,
    /** Lithium. */
    Li,
    /** Beryllium. */
    Be,
    /** Boron. */
    B,
    /** Carbon. */
    C,
    /** Nitrogen. */
    N,
    /** Oxygen. */
    O,
    /** Fluorine. */
    F,
    /** Neon. */
    Ne,
    /** Sodium. */
    Na,
    /** Magnesium. */
    Mg,
    /** Aluminum. */
    Al,
    /** Silicon. */
    Si,
    /** Phosphorus. */
    P,
    /** Sulfur. */
    S,
    /** Chlorine. */
    Cl,
    /** Argon. */
    Ar,
    /** Potassium. */
    K,
    /** Calcium. */
    Ca,
    /** Scandium. */
    Sc,
    /** Titanium. */
    Ti,
    /** Vanadium. */
    V,
    /** Chromium. */
    Cr,
    /** Manganese. */
    Mn,
    /** Iron. */
    Fe,
    /** Cobalt. */
    Co,
    /** Nickel. */
    Ni,
    /** Copper. */
    Cu,
    /** Zinc. */
    Zn,
    /** Gallium. */
    Ga,
    /** Germanium. */
    Ge,
    /** Arsenic. */
    As,
    /** Selenium. */
    Se,
    /** Bromine. */
    Br,
    /** Krypton. */
    Kr,
    /** Rubidium. */
    Rb,
    /** Strontium. */
    Sr,
    /** Yttrium. */
    Y,
    /** Zirconium. */
    Zr,
    /** Niobium. */
    Nb,
    /** Molybdenum. */
    Mo,
    /** Technetium. */
    Tc,
    /** Ruthenium. */
    Ru,
    /** Rhodium. */
    Rh,
    /** Palladium. */
    Pd,
    /** Silver. */
    Ag,
    /** Cadmium. */
    Cd,
    /** Indium. */
    In,
    /** Tin. */
    Sn,
    /** Antimony. */
    Sb,
    /** Tellurium. */
    Te,
    /** Iodine. */
    I,
    /** Xenon. */
    Xe,
    /** Cesium. */
    Cs,
    /** Barium. */
    Ba,
    /** Lanthanum. */
    La,
    /** Cerium. */
    Ce,
    /** Praseodymium. */
    Pr,
    /** Neodymium. */
    Nd,
    /** Promethium. */
    Pm,
    /** Samarium. */
    Sm,
    /** Europium. */
    Eu,
    /** Gadolinium. */
    Gd,
    /** Terbium. */
    Tb,
    /** Dysprosium. */
    Dy,
    /** Holmium. */
    Ho,
    /** Erbium. */
    Er,
    /** Thulium. */
    Tm,
    /** Ytterbium. */
    Yb,
    /** Lutetium. */
    Lu,
    /** Hafnium. */
    Hf,
    /** Tantalum. */
    Ta,
    /** Tungsten. */
    W,
    /** Rhenium. */
    Re,
    /** Osmium. */
    Os,
    /** Iridium. */
    Ir,
    /** Platinum. */
    Pt,
    /** Gold. */
    Au,
    /** Mercury. */
    Hg,
    /** Thallium. */
    Tl,
    /** Lead. */
    Pb,
    /** Bismuth. */
    Bi,
    /** Polonium. */
    Po,
    /** Astatine. */
    At,
    /** Radon. */
    Rn,
    /** Francium. */
    Fr,
    /** Radium. */
    Ra,
    /** Actinium. */
    Ac,
    /** Thorium. */
    Th,
    /** Protactinium. */
    Pa,
    /** Uranium. */
    U,
    /** Neptunium. */
    Np,
    /** Plutonium. */
    Pu,
    /** Americium. */
    Am,
    /** Curium. */
    Cm,
    /** Berkelium. */
    Bk,
    /** Californium. */
    Cf,
    /** Einsteinium. */
    Es,
    /** Fermium. */
    Fm,
    /** Mendelevium. */
    Md,
    /** Nobelium. */
    No,
    /** Lawrencium. */
    Lr,
    /** Rutherfordium. */
    Rf,
    /** Dubnium. */
    Db,
    /** Seaborgium. */
    Sg,
    /** Bohrium. */
    Bh,
    /** Hassium. */
    Hs,
    /** Meitnerium. */
    Mt,
    /** Darmstadtium. */
    Ds,
    /** Roentgenium. */
    Rg,
    /** Copernicium. */
    Cn,
    /** Nihonium. */
    Nh,
    /** Flerovium. */
    Fl,
    /** Moscovium. */
    Mc,
    /** Livermorium. */
    Lv,
    /** Tennessine. */
    Ts,
    /** Oganesson. */
    Og;

    private static final Element[] BY_NUMBER = values();
    private static final Map<String, Element> BY_SYMBOL =
            Arrays.stream(BY_NUMBER).collect(Collectors.toUnmodifiableMap(Element::symbol, Function.identity()));

    /** {@return the atomic number Z, 1 … 118} */
    public int atomicNumber() {
        return ordinal() + 1;
    }

    /** {@return the symbol, e.g. {@code Cl}} */
    public String symbol() {
        return name();
    }

    /**
     * {@return the element of an atomic number}
     *
     * @param atomicNumber Z
     * @throws DataException if Z is not in 1 … 118
     */
    public static Element of(int atomicNumber) {
        if (atomicNumber < 1 || atomicNumber > BY_NUMBER.length) {
            throw new DataException("atomic number " + atomicNumber + " is not in 1 ... " + BY_NUMBER.length);
        }
        return BY_NUMBER[atomicNumber - 1];
    }

    /**
     * {@return the element of a symbol}
     *
     * @param symbol a symbol, in its proper case
     * @throws DataException if there is no such element; the message suggests the nearest symbol
     */
    public static Element of(String symbol) {
        Element element = BY_SYMBOL.get(symbol);
        if (element == null) {
            throw new DataException("unknown element '" + symbol + "'" + advice(symbol));
        }
        return element;
    }

    private static String advice(String symbol) {
        if (symbol.equals("D") || symbol.equals("T")) {
            return "; isotopes of hydrogen are written 'H'";
        }
        // In the order of the periodic table, so that the same misspelling always gets the same advice.
        List<String> symbols = Arrays.stream(BY_NUMBER).map(Element::symbol).toList();
        return Suggestions.nearest(symbol, symbols)
                .map(n -> "; did you mean '" + n + "'?")
                .orElse("; an element symbol such as H or Cl was expected");
    }
}
