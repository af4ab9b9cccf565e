package io.github.gmp.models.committee;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorEvaluation;
import io.github.gmp.api.potential.CommitteeRegressor;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.input.StoredStates;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The mean of several regressors. */
final class Committee implements CommitteeRegressor {
    private static final String MEMBERS = "members";
    private static final int LARGEST = 1000;

    private final List<Regressor> members;

    /**
     * @param members at least one
     * @throws DataException if they were trained with different numbers of features
     */
    Committee(List<Regressor> members) {
        this.members = List.copyOf(members);
        List<Integer> features =
                members.stream().map(Regressor::featureCount).distinct().toList();
        if (features.size() > 1) {
            throw new DataException("the members of a committee were trained with different numbers of features: "
                    + String.join(", ", features.stream().map(String::valueOf).toList()));
        }
    }

    static Committee restore(ModelState state, Function<ModelState, Regressor> members) {
        int count = StoredStates.regressor(state, CommitteeTrainer.TYPE).integer(MEMBERS, 1, LARGEST);
        return new Committee(IntStream.range(0, count)
                .mapToObj(member -> members.apply(state.nested(prefix(member))))
                .toList());
    }

    static String prefix(int member) {
        return "member-" + member + ".";
    }

    @Override
    public List<Regressor> members() {
        return members;
    }

    @Override
    public int featureCount() {
        return members.get(0).featureCount();
    }

    /** {@inheritDoc} Those that all members can predict. */
    @Override
    public Set<Element> elements() {
        Set<Element> elements = EnumSet.copyOf(members.get(0).elements());
        members.forEach(member -> elements.retainAll(member.elements()));
        return elements;
    }

    /** {@inheritDoc} Those of all members. */
    @Override
    public long parameterCount() {
        return members.stream().mapToLong(Regressor::parameterCount).sum();
    }

    /** {@inheritDoc} Those of all members, and one addition each. */
    @Override
    public double operationsPerAtom() {
        double operations = 0;
        for (Regressor member : members) {
            operations += member.operationsPerAtom() + 1;
        }
        return operations;
    }

    @Override
    public RegressorEvaluation evaluate(Matrix features, int[] atomicNumbers) {
        return new Mean(members.stream()
                .map(member -> member.evaluate(features, atomicNumbers))
                .toList());
    }

    private record Mean(List<RegressorEvaluation> members) implements RegressorEvaluation {
        @Override
        public double[] atomicEnergies() {
            return mean(
                    members.stream().map(RegressorEvaluation::atomicEnergies).toList());
        }

        @Override
        public Matrix featureGradient() {
            List<Matrix> gradients =
                    members.stream().map(RegressorEvaluation::featureGradient).toList();
            Matrix first = gradients.get(0);
            return Matrix.wrap(
                    first.rows(),
                    first.columns(),
                    mean(gradients.stream().map(Matrix::array).toList()));
        }

        private static double[] mean(List<double[]> values) {
            double[] mean = new double[values.get(0).length];
            for (double[] member : values) {
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += member[k];
                }
            }
            for (int k = 0; k < mean.length; k++) {
                mean[k] /= values.size();
            }
            return mean;
        }
    }

    @Override
    public ModelState state() {
        ModelState.Builder state =
                ModelState.builder().type(CommitteeTrainer.TYPE).integer(MEMBERS, members.size());
        for (int member = 0; member < members.size(); member++) {
            state.nested(prefix(member), members.get(member).state());
        }
        return state.build();
    }
}
