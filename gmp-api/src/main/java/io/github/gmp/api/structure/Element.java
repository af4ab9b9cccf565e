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
    H,
    He,
    Li,
    Be,
    B,
    C,
    N,
    O,
    F,
    Ne,
    Na,
    Mg,
    Al,
    Si,
    P,
    S,
    Cl,
    Ar,
    K,
    Ca,
    Sc,
    Ti,
    V,
    Cr,
    Mn,
    Fe,
    Co,
    Ni,
    Cu,
    Zn,
    Ga,
    Ge,
    As,
    Se,
    Br,
    Kr,
    Rb,
    Sr,
    Y,
    Zr,
    Nb,
    Mo,
    Tc,
    Ru,
    Rh,
    Pd,
    Ag,
    Cd,
    In,
    Sn,
    Sb,
    Te,
    I,
    Xe,
    Cs,
    Ba,
    La,
    Ce,
    Pr,
    Nd,
    Pm,
    Sm,
    Eu,
    Gd,
    Tb,
    Dy,
    Ho,
    Er,
    Tm,
    Yb,
    Lu,
    Hf,
    Ta,
    W,
    Re,
    Os,
    Ir,
    Pt,
    Au,
    Hg,
    Tl,
    Pb,
    Bi,
    Po,
    At,
    Rn,
    Fr,
    Ra,
    Ac,
    Th,
    Pa,
    U,
    Np,
    Pu,
    Am,
    Cm,
    Bk,
    Cf,
    Es,
    Fm,
    Md,
    No,
    Lr,
    Rf,
    Db,
    Sg,
    Bh,
    Hs,
    Mt,
    Ds,
    Rg,
    Cn,
    Nh,
    Fl,
    Mc,
    Lv,
    Ts,
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
     * {@return the element}
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
     * {@return the element}
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
