package io.github.gmp.probes.invariant;

import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.multipole.invariant.MomentLayout;

import java.util.ArrayList;
import java.util.List;

/**
 * p_{n,σσ'} = Σ_c w_c μ_{c,σ} μ_{c,σ'} over the components c of order n, σ ≤ σ' in the order of the radial probes; features by order, then
 * σ, σ' fastest.
 */
final class PowerSpectrum implements MomentInvariants {
    private final List<ComponentBlock> orders;
    private final boolean rotationInvariant;
    private final int radials;
    private final List<String> labels;

    PowerSpectrum(MomentLayout layout) {
        orders = ComponentBlock.orders(layout);
        rotationInvariant = layout.weightedNormsAreInvariant();
        radials = layout.radialCount();
        List<String> names = new ArrayList<>();
        for (ComponentBlock order : orders) {
            for (int s = 0; s < radials; s++) {
                for (int t = s; t < radials; t++) {
                    names.add(order.label() + " " + layout.radial().get(s) + " x "
                            + layout.radial().get(t));
                }
            }
        }
        labels = List.copyOf(names);
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

    @Override
    public void evaluate(double[] moments, double[] features, int offset) {
        int feature = offset;
        for (ComponentBlock order : orders) {
            for (int s = 0; s < radials; s++) {
                for (int t = s; t < radials; t++, feature++) {
                    features[feature] = contract(order, moments, s, moments, t);
                }
            }
        }
    }

    @Override
    public void pullback(double[] moments, double[] featureGradient, int offset, double[] momentGradient) {
        int firstPair = offset;
        for (ComponentBlock order : orders) {
            for (int c = 0; c < order.size(); c++) {
                int component = (order.first() + c) * radials;
                for (int s = 0; s < radials; s++) {
                    double sum = 0;
                    for (int t = 0; t < radials; t++) {
                        double gradient = featureGradient[firstPair + pair(Math.min(s, t), Math.max(s, t))];
                        sum += (s == t ? 2 * gradient : gradient) * moments[component + t];
                    }
                    momentGradient[component + s] += order.weights()[c] * sum;
                }
            }
            firstPair += pair(radials, radials);
        }
    }

    /** Number of the pair (s, t), s ≤ t, among those of an order. */
    private int pair(int s, int t) {
        return s * radials - s * (s - 1) / 2 + t - s;
    }

    @Override
    public void pushforward(double[] moments, double[] momentTangent, double[] featureTangent, int offset) {
        int feature = offset;
        for (ComponentBlock order : orders) {
            for (int s = 0; s < radials; s++) {
                for (int t = s; t < radials; t++, feature++) {
                    featureTangent[feature] = contract(order, moments, s, momentTangent, t)
                            + contract(order, momentTangent, s, moments, t);
                }
            }
        }
    }

    private double contract(ComponentBlock order, double[] left, int s, double[] right, int t) {
        double sum = 0;
        for (int c = 0; c < order.size(); c++) {
            int component = (order.first() + c) * radials;
            sum += order.weights()[c] * left[component + s] * right[component + t];
        }
        return sum;
    }
}
