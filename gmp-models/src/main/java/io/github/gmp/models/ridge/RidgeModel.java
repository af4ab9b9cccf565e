package io.github.gmp.models.ridge;

import io.github.gmp.api.structure.Element;
import io.github.gmp.toolkit.scaling.ElementBias;

import java.util.Arrays;
import java.util.List;

/**
 * Atomic energies linear in the features: E_i = w0(Z_i) + Σ_k w_k (G_ik − c_k).
 *
 * @param elements the elements, ascending in atomic number
 * @param perElement whether each element has coefficients and centers of its own
 * @param coefficients w, {@code [1 or elements][features]} flattened, eV per unit of the feature
 * @param centers c, laid out like the coefficients: mean features of the training atoms
 * @param bias w0, eV
 */
record RidgeModel(
        List<Element> elements, boolean perElement, double[] coefficients, double[] centers, ElementBias bias) {
    int groups() {
        return perElement ? elements.size() : 1;
    }

    int featureCount() {
        return coefficients.length / groups();
    }

    /** {@return which set of coefficients to use, by atomic number; −1 for unknown elements} */
    int[] groupByAtomicNumber() {
        return groupByAtomicNumber(elements, perElement);
    }

    static int[] groupByAtomicNumber(List<Element> elements, boolean perElement) {
        int[] table = new int[Element.values().length + 1];
        Arrays.fill(table, -1);
        for (int e = 0; e < elements.size(); e++) {
            table[elements.get(e).atomicNumber()] = perElement ? e : 0;
        }
        return table;
    }
}
