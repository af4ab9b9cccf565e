package io.github.gmp.probes.invariant;

import io.github.gmp.api.invariant.MomentInvariants;
import io.github.gmp.api.invariant.MomentLayout;
import io.github.gmp.api.probe.RadialProbe;

import java.util.ArrayList;
import java.util.List;

/**
 * F_{b,σ} = Σ_{c in b} w_c μ_{c,σ}² for every block b of components, or its root; features by block, the radial index fastest.
 *
 * <p>The root is not differentiable where all moments of a block vanish (an isolated atom, a site of high symmetry); its gradient is
 * taken as 0 there, which keeps forces finite.
 */
final class BlockNorms implements MomentInvariants {
    /** What becomes of the weighted sum of squares of a block. */
    enum Form {
        /** Nothing. */
        SQUARED,
        /** Its root. */
        ROOT,
        /** Its root, except that a block of a single component gives the moment itself, with its sign. */
        ROOT_SIGNED_SINGLES
    }

    private final List<ComponentBlock> blocks;
    private final Form form;
    private final boolean rotationInvariant;
    private final int radials;
    private final List<String> labels;

    BlockNorms(MomentLayout layout, List<ComponentBlock> blocks, Form form, boolean rotationInvariant) {
        this.blocks = List.copyOf(blocks);
        this.form = form;
        this.rotationInvariant = rotationInvariant;
        radials = layout.radialCount();
        List<String> names = new ArrayList<>();
        for (ComponentBlock block : blocks) {
            for (RadialProbe radial : layout.radial()) {
                names.add(block.label() + " " + radial.label());
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
        return form == Form.SQUARED;
    }

    @Override
    public void evaluate(double[] moments, double[] features, int offset) {
        int feature = offset;
        for (ComponentBlock block : blocks) {
            for (int s = 0; s < radials; s++, feature++) {
                if (isLinear(block)) {
                    features[feature] = moments[block.first() * radials + s];
                } else {
                    double square = contract(block, s, moments, moments);
                    features[feature] = form == Form.SQUARED ? square : Math.sqrt(square);
                }
            }
        }
    }

    @Override
    public void pullback(double[] moments, double[] featureGradient, int offset, double[] momentGradient) {
        int feature = offset;
        for (ComponentBlock block : blocks) {
            for (int s = 0; s < radials; s++, feature++) {
                if (isLinear(block)) {
                    momentGradient[block.first() * radials + s] += featureGradient[feature];
                    continue;
                }
                double factor = featureGradient[feature] * slope(block, s, moments);
                for (int c = 0; c < block.size(); c++) {
                    int moment = (block.first() + c) * radials + s;
                    momentGradient[moment] += factor * block.weights()[c] * moments[moment];
                }
            }
        }
    }

    @Override
    public void pushforward(double[] moments, double[] momentTangent, double[] featureTangent, int offset) {
        int feature = offset;
        for (ComponentBlock block : blocks) {
            for (int s = 0; s < radials; s++, feature++) {
                featureTangent[feature] = isLinear(block)
                        ? momentTangent[block.first() * radials + s]
                        : slope(block, s, moments) * contract(block, s, moments, momentTangent);
            }
        }
    }

    private boolean isLinear(ComponentBlock block) {
        return form == Form.ROOT_SIGNED_SINGLES && block.size() == 1;
    }

    /** ∂F/∂μ_c = slope · w_c μ_c. */
    private double slope(ComponentBlock block, int s, double[] moments) {
        if (form == Form.SQUARED) {
            return 2;
        }
        double norm = Math.sqrt(contract(block, s, moments, moments));
        return norm > 0 ? 1 / norm : 0;
    }

    private double contract(ComponentBlock block, int s, double[] left, double[] right) {
        double sum = 0;
        for (int c = 0; c < block.size(); c++) {
            int moment = (block.first() + c) * radials + s;
            sum += block.weights()[c] * left[moment] * right[moment];
        }
        return sum;
    }
}
