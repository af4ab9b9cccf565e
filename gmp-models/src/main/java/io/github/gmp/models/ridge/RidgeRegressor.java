package io.github.gmp.models.ridge;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorEvaluation;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.state.StateReader;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.input.StoredStates;
import io.github.gmp.toolkit.scaling.ElementBias;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Atomic energies linear in the features, see {@link RidgeModel}. */
final class RidgeRegressor implements Regressor {
    private static final int LARGEST = 1_000_000;
    private static final String FEATURES = "features";
    private static final String PER_ELEMENT = "per-element";
    private static final String COEFFICIENTS = "coefficients";
    private static final String CENTERS = "centers";
    private static final String ELEMENT_BIAS = "element-bias";

    private final RidgeModel model;
    private final int[] groupOf;
    private final double[] biasOf;

    RidgeRegressor(RidgeModel model) {
        this.model = model;
        this.groupOf = model.groupByAtomicNumber();
        this.biasOf = model.bias().byAtomicNumber();
    }

    static RidgeRegressor restore(ModelState state) {
        StateReader reader = StoredStates.regressor(state, RidgeTrainer.TYPE);
        int features = reader.integer(FEATURES, 1, LARGEST);
        boolean perElement = reader.flag(PER_ELEMENT);
        List<Element> elements = reader.elements();
        int groups = perElement ? elements.size() : 1;
        return new RidgeRegressor(new RidgeModel(
                elements,
                perElement,
                reader.tensor(COEFFICIENTS, groups, features),
                reader.tensor(CENTERS, groups, features),
                ElementBias.of(elements, reader.tensor(ELEMENT_BIAS, 1, elements.size()))));
    }

    @Override
    public int featureCount() {
        return model.featureCount();
    }

    @Override
    public Set<Element> elements() {
        return EnumSet.copyOf(model.elements());
    }

    /** {@inheritDoc} Coefficients and one bias per element. */
    @Override
    public long parameterCount() {
        return model.coefficients().length + (long) model.elements().size();
    }

    @Override
    public double operationsPerAtom() {
        return operationsPerAtom(featureCount());
    }

    /** Subtract, multiply and add for each feature, and add the bias. */
    static double operationsPerAtom(int features) {
        return 3.0 * features + 1;
    }

    @Override
    public RegressorEvaluation evaluate(Matrix features, int[] atomicNumbers) {
        int columns = featureCount();
        if (features.columns() != columns || features.rows() != atomicNumbers.length) {
            throw new IllegalArgumentException("features " + features + " for " + atomicNumbers.length
                    + " atoms; expected " + columns + " features");
        }
        double[] energies = new double[atomicNumbers.length];
        double[] gradient = new double[atomicNumbers.length * columns];
        double[] values = features.array();
        for (int atom = 0; atom < energies.length; atom++) {
            Element element = Element.of(atomicNumbers[atom]);
            int group = groupOf[atomicNumbers[atom]];
            if (group < 0) {
                throw new DataException("the regressor was not trained on element " + element + " (trained on "
                        + model.elements().stream().map(Element::symbol).collect(Collectors.joining(", ")) + ")");
            }
            double sum = biasOf[atomicNumbers[atom]];
            for (int k = 0; k < columns; k++) {
                int index = group * columns + k;
                sum += model.coefficients()[index] * (values[atom * columns + k] - model.centers()[index]);
            }
            energies[atom] = sum;
            System.arraycopy(model.coefficients(), group * columns, gradient, atom * columns, columns);
        }
        return new Evaluation(energies, Matrix.wrap(energies.length, columns, gradient));
    }

    private record Evaluation(double[] atomicEnergies, Matrix featureGradient) implements RegressorEvaluation {}

    @Override
    public ModelState state() {
        int groups = model.groups();
        int columns = featureCount();
        return ModelState.builder()
                .type(RidgeTrainer.TYPE)
                .elements(model.elements())
                .integer(FEATURES, columns)
                .flag(PER_ELEMENT, model.perElement())
                .tensor(
                        COEFFICIENTS,
                        Matrix.wrap(groups, columns, model.coefficients().clone()))
                .tensor(CENTERS, Matrix.wrap(groups, columns, model.centers().clone()))
                .vector(ELEMENT_BIAS, model.bias().of(model.elements()))
                .build();
    }
}
