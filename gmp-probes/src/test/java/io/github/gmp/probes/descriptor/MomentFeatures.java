package io.github.gmp.probes.descriptor;

import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.multipole.invariant.MomentLayout;

import java.util.List;
import java.util.stream.IntStream;

/** The moments themselves as features, to look at them from outside. */
final class MomentFeatures implements InvariantFamily {
    @Override
    public MomentInvariants bind(MomentLayout layout) {
        return new MomentInvariants() {
            @Override
            public List<String> labels() {
                return IntStream.range(0, layout.size())
                        .mapToObj(Integer::toString)
                        .toList();
            }

            @Override
            public boolean rotationInvariant() {
                return false;
            }

            @Override
            public boolean smooth() {
                return true;
            }

            @Override
            public void evaluate(double[] moments, double[] features, int offset) {
                System.arraycopy(moments, 0, features, offset, layout.size());
            }

            @Override
            public void pullback(double[] moments, double[] featureGradient, int offset, double[] momentGradient) {
                for (int m = 0; m < layout.size(); m++) {
                    momentGradient[m] += featureGradient[offset + m];
                }
            }

            @Override
            public void pushforward(double[] moments, double[] momentTangent, double[] featureTangent, int offset) {
                System.arraycopy(momentTangent, 0, featureTangent, offset, layout.size());
            }
        };
    }
}
