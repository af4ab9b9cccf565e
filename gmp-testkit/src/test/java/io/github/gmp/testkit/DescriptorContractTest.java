package io.github.gmp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Derivatives;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The contract must accept a good descriptor and find the flaw of each bad one. */
class DescriptorContractTest {
    @Test
    void aGoodDescriptorPasses() {
        assertThat(failuresOf(GoodContract.class)).isEmpty();
    }

    @Test
    void aDescriptorWithFewerDerivativesPasses() {
        assertThat(failuresOf(PullbackContract.class)).isEmpty();
        assertThat(failuresOf(FeaturesContract.class)).isEmpty();
    }

    @Test
    void derivativesThatAreNotSaidAreFound() {
        assertThat(failuresOf(UnsaidContract.class))
                .containsExactlyInAnyOrder("derivativesThatAreNotOfferedAreRefused", "shapesThatDoNotFitAreRefused");
    }

    @Test
    void aWrongGradientIsFound() {
        assertThat(failuresOf(WrongGradientContract.class))
                .contains("pullbackMatchesFiniteDifferences", "pullbackAndPushforwardAreAdjoint")
                .doesNotContain("pushforwardMatchesFiniteDifferences");
    }

    @Test
    void aMissingStrainIsFound() {
        assertThat(failuresOf(NoStrainContract.class))
                .containsExactlyInAnyOrder("pullbackMatchesFiniteDifferences", "pullbackAndPushforwardAreAdjoint");
    }

    @Test
    void aFalsePromiseOfRotationInvarianceIsFound() {
        assertThat(failuresOf(NotInvariantContract.class)).containsExactly("rotationDoesWhatTheDescriptorPromises");
    }

    @Test
    void aPromiseNotMadeIsFound() {
        assertThat(failuresOf(TooModestContract.class))
                .containsExactlyInAnyOrder("rotationDoesWhatTheDescriptorPromises", "theCutoffIsAsSmoothAsPromised");
    }

    @Test
    void aFalsePromiseOfASmoothCutoffIsFound() {
        assertThat(failuresOf(HardCutoffContract.class)).containsExactly("theCutoffIsAsSmoothAsPromised");
    }

    @Test
    void whatDependsOnTheRangeOfCentersIsFound() {
        assertThat(failuresOf(RangeDependentContract.class))
                .containsExactlyInAnyOrder(
                        "rangesOfCentersHaveTheSameFeatures",
                        "rangesOfCentersHaveTheSamePushforward",
                        "pullbacksOfRangesOfCentersAddUp");
    }

    @Test
    void whatDependsOnAtomsThatAreNoNeighborsIsFound() {
        assertThat(failuresOf(FarSightedContract.class)).containsExactly("blocksOfCentersNeedTheirNeighborsOnly");
    }

    private static Set<String> failuresOf(Class<? extends DescriptorContract> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .map(event -> event.getTestDescriptor().getDisplayName().replace("()", ""))
                .collect(Collectors.toSet());
    }

    static final class GoodContract extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new PairSum();
        }
    }

    static final class PullbackContract extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Partial(Derivatives.PULLBACK, evaluation -> new DescriptorEvaluation() {
                @Override
                public Matrix features() {
                    return evaluation.features();
                }

                @Override
                public GeometryVector pullback(Matrix gradient) {
                    return evaluation.pullback(gradient);
                }
            });
        }
    }

    static final class FeaturesContract extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Partial(Derivatives.NONE, evaluation -> evaluation::features);
        }
    }

    static final class UnsaidContract extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Partial(Derivatives.NONE, evaluation -> evaluation);
        }
    }

    /** A good descriptor of which only a part is shown. */
    private static final class Partial extends PairSum {
        private final Derivatives offered;
        private final UnaryOperator<DescriptorEvaluation> part;

        Partial(Derivatives offered, UnaryOperator<DescriptorEvaluation> part) {
            this.offered = offered;
            this.part = part;
        }

        @Override
        public Derivatives derivatives() {
            return offered;
        }

        @Override
        public DescriptorEvaluation evaluate(AtomicStructure structure, NeighborList list) {
            return part.apply(super.evaluate(structure, list));
        }
    }

    static final class WrongGradientContract extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new PairSum() {
                @Override
                double gradientFactor() {
                    return 1.001;
                }
            };
        }
    }

    static final class NoStrainContract extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new PairSum() {
                @Override
                GeometryVector finished(GeometryVector gradient) {
                    return GeometryVector.displacement(gradient.positions());
                }
            };
        }
    }

    static final class NotInvariantContract extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new PairSum() {
                @Override
                double anisotropy() {
                    return 0.1;
                }
            };
        }
    }

    static final class TooModestContract extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new PairSum() {
                @Override
                public Set<DescriptorProperty> properties() {
                    return Set.of();
                }
            };
        }
    }

    static final class HardCutoffContract extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new PairSum() {
                @Override
                CutoffFunction cutoffFunction() {
                    return CutoffFunctions.hard(3.5);
                }
            };
        }
    }

    static final class RangeDependentContract extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new PairSum() {
                @Override
                double rangeFactor(NeighborList list) {
                    return list.firstCenter() == 0 ? 1 : 1 + 1e-9;
                }
            };
        }
    }

    static final class FarSightedContract extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new PairSum() {
                @Override
                double rangeFactor(NeighborList list) {
                    return list.atoms() > 10 ? 1 + 1e-9 : 1;
                }
            };
        }
    }

    /** G_i = Σ_j Z_j (1 + a x_ij²) exp(−η r_ij²) f_c(r_ij) for two η; a = 0 unless a flaw is wanted. */
    private static class PairSum implements Descriptor {
        private static final double[] ETAS = {0.1, 0.4};

        CutoffFunction cutoffFunction() {
            return CutoffFunctions.polynomial(3.5, 2);
        }

        double gradientFactor() {
            return 1;
        }

        double anisotropy() {
            return 0;
        }

        double rangeFactor(NeighborList list) {
            return 1;
        }

        GeometryVector finished(GeometryVector gradient) {
            return gradient;
        }

        @Override
        public double cutoff() {
            return cutoffFunction().radius();
        }

        @Override
        public List<String> features() {
            return List.of("broad", "narrow");
        }

        @Override
        public Set<DescriptorProperty> properties() {
            return Set.of(DescriptorProperty.values());
        }

        @Override
        public double operationsPerAtom(double neighbors, int elements) {
            return 20 * neighbors;
        }

        @Override
        public DescriptorEvaluation evaluate(AtomicStructure structure, NeighborList list) {
            double[] values = new double[2 * list.centers()];
            for (int i = list.firstCenter(); i < list.endCenter(); i++) {
                int row = i - list.firstCenter();
                for (int pair = list.begin(i); pair < list.end(i); pair++) {
                    for (int f = 0; f < 2; f++) {
                        values[2 * row + f] += term(structure, list, pair, f);
                    }
                }
            }
            Matrix features = Matrix.wrap(list.centers(), 2, values);
            return new Evaluation(structure, list, features);
        }

        private double term(AtomicStructure structure, NeighborList list, int pair, int f) {
            double r = list.distance(pair);
            return rangeFactor(list)
                    * structure.element(list.neighbor(pair)).atomicNumber()
                    * (1 + anisotropy() * list.dx(pair) * list.dx(pair))
                    * Math.exp(-ETAS[f] * r * r)
                    * cutoffFunction().value(r);
        }

        private double[] slope(AtomicStructure structure, NeighborList list, int pair, int f) {
            double r = list.distance(pair);
            double z =
                    rangeFactor(list) * structure.element(list.neighbor(pair)).atomicNumber();
            double gaussian = z * Math.exp(-ETAS[f] * r * r);
            double shape = 1 + anisotropy() * list.dx(pair) * list.dx(pair);
            double radial = r > 0
                    ? gaussian
                            * (cutoffFunction().derivative(r)
                                    - 2 * ETAS[f] * r * cutoffFunction().value(r))
                            / r
                    : 0;
            double[] result = {radial * list.dx(pair), radial * list.dy(pair), radial * list.dz(pair)};
            for (int a = 0; a < 3; a++) {
                result[a] *= shape;
            }
            result[0] += gaussian * cutoffFunction().value(r) * 2 * anisotropy() * list.dx(pair);
            return result;
        }

        private final class Evaluation implements DescriptorEvaluation {
            private final AtomicStructure structure;
            private final NeighborList list;
            private final Matrix features;

            Evaluation(AtomicStructure structure, NeighborList list, Matrix features) {
                this.structure = structure;
                this.list = list;
                this.features = features;
            }

            @Override
            public Matrix features() {
                return features;
            }

            @Override
            public GeometryVector pullback(Matrix gradient) {
                if (gradient.rows() != list.centers() || gradient.columns() != 2) {
                    throw new IllegalArgumentException("a gradient of " + gradient + " does not fit " + features);
                }
                GeometryVector.Accumulator sum = new GeometryVector.Accumulator(structure.size());
                for (int i = list.firstCenter(); i < list.endCenter(); i++) {
                    for (int pair = list.begin(i); pair < list.end(i); pair++) {
                        for (int f = 0; f < 2; f++) {
                            double[] slope = slope(structure, list, pair, f);
                            double weight = gradientFactor() * gradient.get(i - list.firstCenter(), f);
                            sum.add(list, i, pair, weight * slope[0], weight * slope[1], weight * slope[2]);
                        }
                    }
                }
                return finished(sum.result());
            }

            @Override
            public Matrix pushforward(GeometryVector tangent) {
                if (tangent.atoms() != structure.size()) {
                    throw new IllegalArgumentException("a tangent of " + tangent.atoms() + " atoms does not fit");
                }
                double[] values = new double[2 * list.centers()];
                double[] change = new double[3];
                for (int i = list.firstCenter(); i < list.endCenter(); i++) {
                    int row = i - list.firstCenter();
                    for (int pair = list.begin(i); pair < list.end(i); pair++) {
                        tangent.pairTangent(list, i, pair, change);
                        for (int f = 0; f < 2; f++) {
                            double[] slope = slope(structure, list, pair, f);
                            values[2 * row + f] += slope[0] * change[0] + slope[1] * change[1] + slope[2] * change[2];
                        }
                    }
                }
                return Matrix.wrap(list.centers(), 2, values);
            }
        }
    }
}
