package io.github.gmp.probes.invariant;

import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.multipole.invariant.MomentLayout;

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
            for (String radial : layout.radial()) {
                names.add(block.label() + " " + radial);
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
            if (isLinear(block)) {
                System.arraycopy(moments, block.first() * radials, features, feature, radials);
            } else {
                contract(block, moments, moments, features, feature);
                if (form != Form.SQUARED) {
                    for (int s = 0; s < radials; s++) {
                        features[feature + s] = Math.sqrt(features[feature + s]);
                    }
                }
            }
            feature += radials;
        }
    }

    @Override
    public void pullback(double[] moments, double[] featureGradient, int offset, double[] momentGradient) {
        int feature = offset;
        double[] norms = new double[form == Form.SQUARED ? 0 : radials];
        for (ComponentBlock block : blocks) {
            if (isLinear(block)) {
                for (int s = 0; s < radials; s++) {
                    momentGradient[block.first() * radials + s] += featureGradient[feature + s];
                }
            } else {
                if (form != Form.SQUARED) {
                    contract(block, moments, moments, norms, 0);
                }
                for (int c = 0; c < block.size(); c++) {
                    double weight = block.weights()[c];
                    int moment = (block.first() + c) * radials;
                    for (int s = 0; s < radials; s++) {
                        double slope = form == Form.SQUARED ? 2 : inverseRoot(norms[s]);
                        momentGradient[moment + s] +=
                                featureGradient[feature + s] * slope * weight * moments[moment + s];
                    }
                }
            }
            feature += radials;
        }
    }

    @Override
    public void pushforward(double[] moments, double[] momentTangent, double[] featureTangent, int offset) {
        int feature = offset;
        double[] norms = new double[form == Form.SQUARED ? 0 : radials];
        for (ComponentBlock block : blocks) {
            if (isLinear(block)) {
                System.arraycopy(momentTangent, block.first() * radials, featureTangent, feature, radials);
            } else {
                contract(block, moments, momentTangent, featureTangent, feature);
                if (form != Form.SQUARED) {
                    contract(block, moments, moments, norms, 0);
                }
                for (int s = 0; s < radials; s++) {
                    // ∂F/∂μ_c = slope · w_c μ_c.
                    featureTangent[feature + s] *= form == Form.SQUARED ? 2 : inverseRoot(norms[s]);
                }
            }
            feature += radials;
        }
    }

    private static double inverseRoot(double square) {
        return square > 0 ? 1 / Math.sqrt(square) : 0;
    }

    private boolean isLinear(ComponentBlock block) {
        return form == Form.ROOT_SIGNED_SINGLES && block.size() == 1;
    }

    /** Σ_c w_c left_c right_c of every radial probe. */
    private void contract(ComponentBlock block, double[] left, double[] right, double[] result, int offset) {
        double[] weights = block.weights();
        int first = block.first() * radials;
        for (int s = 0; s < radials; s++) {
            // Two sums: additions need not wait for each other.
            double even = 0;
            double odd = 0;
            int moment = first + s;
            int c = 0;
            for (; c + 1 < weights.length; c += 2) {
                even += weights[c] * left[moment] * right[moment];
                moment += radials;
                odd += weights[c + 1] * left[moment] * right[moment];
                moment += radials;
            }
            if (c < weights.length) {
                even += weights[c] * left[moment] * right[moment];
            }
            result[offset + s] = even + odd;
        }
    }
}
