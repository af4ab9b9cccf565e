package io.github.gmp.probes.invariant;

import io.github.gmp.api.multipole.invariant.MomentLayout;
import io.github.gmp.api.multipole.probe.AngularProbe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Consecutive angular components whose moments are contracted with each other: one group or one order.
 *
 * @param label label for feature names
 * @param first index of the first component in the layout
 * @param weights weight of each component
 */
record ComponentBlock(String label, int first, double[] weights) {
    int size() {
        return weights.length;
    }

    /** One block per order, with the weights of the probes. */
    static List<ComponentBlock> orders(MomentLayout layout) {
        List<ComponentBlock> blocks = new ArrayList<>();
        int first = 0;
        for (AngularProbe probe : layout.angular()) {
            double[] weights = probe.components().stream()
                    .mapToDouble(AngularProbe.Component::weight)
                    .toArray();
            blocks.add(new ComponentBlock("order=" + probe.order(), first, weights));
            first += weights.length;
        }
        return blocks;
    }

    /** One block per permutation group of each order, all weights 1. */
    static List<ComponentBlock> groups(MomentLayout layout) {
        List<ComponentBlock> blocks = new ArrayList<>();
        int first = 0;
        for (AngularProbe probe : layout.angular()) {
            List<AngularProbe.Component> components = probe.components();
            int begin = 0;
            for (int end = 1; end <= components.size(); end++) {
                String group = components.get(begin).group();
                if (end == components.size() || !components.get(end).group().equals(group)) {
                    double[] ones = new double[end - begin];
                    Arrays.fill(ones, 1);
                    blocks.add(new ComponentBlock("order=" + probe.order() + " group=" + group, first + begin, ones));
                    begin = end;
                }
            }
            first += components.size();
        }
        return blocks;
    }
}
