package io.github.gmp.probes.invariant;

import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.multipole.invariant.MomentLayout;
import io.github.gmp.api.multipole.probe.AngularProbe;
import io.github.gmp.api.plugin.ConfigException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * ⟨F_{n1,q1} F_{n2,q2} F_{n3,q3}⟩ over all directions, see {@link Coupling}, for n1 ≤ n2 ≤ n3, and q ≤ q' where orders are equal. Three factors
 * tell apart surroundings that power spectra do not (M. J. Willatt, F. Musil and M. Ceriotti, doi:10.1063/1.5090481). Products of odd order
 * change their sign under reflection, as no energy does, and are left out.
 */
final class CubicInvariants implements MomentInvariants {
    private final boolean rotationInvariant;
    /** Number of channels of the layout: the stride of components. */
    private final int stride;

    private final int channels;
    private final List<Triple> triples = new ArrayList<>();
    private final List<String> labels;

    /** Three orders, as blocks of components, and how they couple. */
    private record Triple(ComponentBlock left, ComponentBlock middle, ComponentBlock right, Coupling coupling) {
        /** First channel of the second factor. */
        int secondFrom(int first) {
            return left.first() == middle.first() ? first : 0;
        }

        int thirdFrom(int second) {
            return middle.first() == right.first() ? second : 0;
        }
    }

    /** @throws ConfigException if the layout has fewer channels, or no three orders that couple */
    CubicInvariants(MomentLayout layout, CubicConfig config) {
        rotationInvariant = layout.weightedNormsAreInvariant();
        stride = layout.radialCount();
        channels = config.channels();
        if (channels > stride) {
            throw ConfigException.invalid(
                    "invariants",
                    "cubic with channels: " + channels,
                    "at most " + stride + ", as many as the descriptor has radial probes or channels");
        }
        List<ComponentBlock> blocks = ComponentBlock.orders(layout);
        List<Integer> orders = new ArrayList<>();
        for (int p = 0; p < blocks.size(); p++) {
            int order = layout.angular().get(p).order();
            if (order > 0 && order <= config.maxOrder()) {
                orders.add(p);
            }
        }
        for (int i : orders) {
            for (int j : orders) {
                for (int k : orders) {
                    if (i <= j && j <= k) {
                        addTriple(layout.angular(), blocks, i, j, k);
                    }
                }
            }
        }
        if (triples.isEmpty()) {
            throw ConfigException.invalid(
                    "invariants",
                    "cubic with maxOrder: " + config.maxOrder(),
                    "orders of which three couple to a scalar, e.g. 1, 1 and 2; the orders are "
                            + layout.angular().stream().map(AngularProbe::order).toList());
        }
        List<String> names = new ArrayList<>();
        for (Triple triple : triples) {
            addLabels(layout, triple, names);
        }
        labels = List.copyOf(names);
    }

    private void addTriple(List<AngularProbe> probes, List<ComponentBlock> blocks, int i, int j, int k) {
        int sum = probes.get(i).order() + probes.get(j).order() + probes.get(k).order();
        if (sum % 2 == 0
                && probes.get(k).order()
                        <= probes.get(i).order() + probes.get(j).order()) {
            Coupling coupling = Coupling.of(probes.get(i), probes.get(j), probes.get(k));
            if (!coupling.isZero()) {
                triples.add(new Triple(blocks.get(i), blocks.get(j), blocks.get(k), coupling));
            }
        }
    }

    private void addLabels(MomentLayout layout, Triple triple, List<String> names) {
        for (int q1 = 0; q1 < channels; q1++) {
            for (int q2 = triple.secondFrom(q1); q2 < channels; q2++) {
                for (int q3 = triple.thirdFrom(q2); q3 < channels; q3++) {
                    names.add(triple.left().label() + " " + layout.radial().get(q1) + " x "
                            + triple.middle().label() + " " + layout.radial().get(q2) + " x "
                            + triple.right().label() + " " + layout.radial().get(q3));
                }
            }
        }
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public boolean rotationInvariant() {
        return rotationInvariant;
    }

    @Override
    public boolean smooth() {
        return true;
    }

    private int at(ComponentBlock block, int channel) {
        return block.first() * stride + channel;
    }

    @Override
    public void evaluate(double[] moments, double[] features, int offset) {
        int feature = offset;
        for (Triple triple : triples) {
            double[] pair = new double[triple.right().size()];
            for (int q1 = 0; q1 < channels; q1++) {
                for (int q2 = triple.secondFrom(q1); q2 < channels; q2++) {
                    product(triple, moments, q1, moments, q2, pair);
                    for (int q3 = triple.thirdFrom(q2); q3 < channels; q3++, feature++) {
                        features[feature] = contract(pair, moments, at(triple.right(), q3));
                    }
                }
            }
        }
    }

    private void product(Triple triple, double[] left, int q1, double[] middle, int q2, double[] pair) {
        Arrays.fill(pair, 0);
        triple.coupling().addThird(left, at(triple.left(), q1), middle, at(triple.middle(), q2), stride, pair);
    }

    private double contract(double[] pair, double[] moments, int at) {
        double sum = 0;
        for (int c = 0; c < pair.length; c++) {
            sum += pair[c] * moments[at + c * stride];
        }
        return sum;
    }

    @Override
    public void pullback(double[] moments, double[] featureGradient, int offset, double[] momentGradient) {
        double[] gradient = new double[momentGradient.length];
        int feature = offset;
        for (Triple triple : triples) {
            double[] pair = new double[triple.right().size()];
            double[] byPair = new double[pair.length];
            for (int q1 = 0; q1 < channels; q1++) {
                for (int q2 = triple.secondFrom(q1); q2 < channels; q2++) {
                    product(triple, moments, q1, moments, q2, pair);
                    Arrays.fill(byPair, 0);
                    for (int q3 = triple.thirdFrom(q2); q3 < channels; q3++, feature++) {
                        int right = at(triple.right(), q3);
                        for (int c = 0; c < pair.length; c++) {
                            byPair[c] += featureGradient[feature] * moments[right + c * stride];
                            gradient[right + c * stride] += featureGradient[feature] * pair[c];
                        }
                    }
                    triple.coupling()
                            .addGradients(
                                    moments, at(triple.left(), q1), at(triple.middle(), q2), stride, byPair, gradient);
                }
            }
        }
        for (int m = 0; m < gradient.length; m++) {
            momentGradient[m] += gradient[m];
        }
    }

    @Override
    public void pushforward(double[] moments, double[] momentTangent, double[] featureTangent, int offset) {
        int feature = offset;
        for (Triple triple : triples) {
            double[] pair = new double[triple.right().size()];
            double[] change = new double[pair.length];
            for (int q1 = 0; q1 < channels; q1++) {
                for (int q2 = triple.secondFrom(q1); q2 < channels; q2++) {
                    product(triple, moments, q1, moments, q2, pair);
                    product(triple, momentTangent, q1, moments, q2, change);
                    triple.coupling()
                            .addThird(
                                    moments,
                                    at(triple.left(), q1),
                                    momentTangent,
                                    at(triple.middle(), q2),
                                    stride,
                                    change);
                    for (int q3 = triple.thirdFrom(q2); q3 < channels; q3++, feature++) {
                        int right = at(triple.right(), q3);
                        featureTangent[feature] =
                                contract(change, moments, right) + contract(pair, momentTangent, right);
                    }
                }
            }
        }
    }
}
