package io.github.gmp.bp.symmetry;

import io.github.gmp.api.structure.Element;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The neighbors that one symmetry function sums over, and their weights. A channel is a neighbor element (radial) or an unordered pair
 * of neighbor elements (angular); without {@link Pairing#BY_ELEMENT} there is one channel of each sort.
 *
 * <p>Elements are numbered by their slot, their place among the listed elements ascending in atomic number. Pair channels run
 * H-H, H-C, H-O, C-C, … : the lighter element first.
 */
final class NeighborChannels {
    private static final int NOT_LISTED = -1;

    private final List<Element> elements;
    private final int[] slots = new int[Element.values().length];
    private final Pairing pairing;

    NeighborChannels(Collection<Element> elements, Pairing pairing) {
        this.elements = elements.stream().distinct().sorted().toList();
        this.pairing = pairing;
        Arrays.fill(slots, NOT_LISTED);
        for (int slot = 0; slot < this.elements.size(); slot++) {
            slots[this.elements.get(slot).ordinal()] = slot;
        }
    }

    /** {@return the listed elements, ascending in atomic number} */
    List<Element> elements() {
        return elements;
    }

    boolean isListed(Element element) {
        return slots[element.ordinal()] != NOT_LISTED;
    }

    /** {@return the slot of a listed element} */
    int slot(Element element) {
        return slots[element.ordinal()];
    }

    int radialChannels() {
        return pairing == Pairing.BY_ELEMENT ? elements.size() : 1;
    }

    int angularChannels() {
        return pairing == Pairing.BY_ELEMENT ? elements.size() * (elements.size() + 1) / 2 : 1;
    }

    int radialChannel(int slot) {
        return pairing == Pairing.BY_ELEMENT ? slot : 0;
    }

    int angularChannel(int slotJ, int slotK) {
        if (pairing != Pairing.BY_ELEMENT) {
            return 0;
        }
        int low = Math.min(slotJ, slotK);
        int high = Math.max(slotJ, slotK);
        return low * elements.size() - low * (low - 1) / 2 + high - low;
    }

    /** {@return the factor of a neighbor; that of a pair of neighbors is the product of theirs} */
    double weight(int slot) {
        return pairing == Pairing.ELEMENT_WEIGHTED ? elements.get(slot).atomicNumber() : 1;
    }

    /** {@return the names of the radial channels for labels, e.g. {@code C}} */
    String[] radialNames() {
        return pairing == Pairing.BY_ELEMENT
                ? elements.stream().map(Element::symbol).toArray(String[]::new)
                : new String[] {collectiveName()};
    }

    /** {@return the names of the angular channels for labels, e.g. {@code H-C}} */
    String[] angularNames() {
        if (pairing != Pairing.BY_ELEMENT) {
            return new String[] {collectiveName()};
        }
        String[] names = new String[angularChannels()];
        for (int j = 0; j < elements.size(); j++) {
            for (int k = j; k < elements.size(); k++) {
                names[angularChannel(j, k)] =
                        elements.get(j).symbol() + "-" + elements.get(k).symbol();
            }
        }
        return names;
    }

    private String collectiveName() {
        return pairing == Pairing.ELEMENT_WEIGHTED ? "weighted" : "summed";
    }
}
