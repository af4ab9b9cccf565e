package com.example.kernelridge;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.state.StateReader;
import io.github.gmp.api.structure.Element;
import io.github.gmp.toolkit.scaling.ElementBias;
import io.github.gmp.toolkit.scaling.FeatureScaler;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a model file keeps of a trained regressor: names and numbers, from which it is built again bit for bit. */
final class KernelRidgeState {
    private static final int LARGEST = 10_000_000;

    private KernelRidgeState() {}

    static ModelState write(KernelRidge model) {
        return ModelState.builder()
                .type(KernelRidge.TYPE)
                .elements(model.elements())
                .integer("atoms", model.centers().rows())
                .integer("features", model.featureCount())
                .vector("width", model.width())
                .tensor("centers", model.centers())
                .vector("weights", model.weights())
                .vector("element-bias", model.bias().energies().values().stream().mapToDouble(e -> e).toArray())
                .vector("feature-offsets", model.scaler().offsets())
                .vector("feature-factors", model.scaler().factors())
                .build();
    }

    /** The reader refuses what is missing, of another shape or not finite, by its name. */
    static KernelRidge read(ModelState state) {
        StateReader reader = state.reader("the stored regressor", KernelRidge.TYPE);
        int atoms = reader.integer("atoms", 1, LARGEST);
        int features = reader.integer("features", 1, LARGEST);
        List<Element> elements = reader.elements();
        double[] energies = reader.tensor("element-bias", 1, elements.size());
        Map<Element, Double> biases = new EnumMap<>(Element.class);
        for (int e = 0; e < energies.length; e++) {
            biases.put(elements.get(e), energies[e]);
        }
        return new KernelRidge(
                reader.tensor("width", 1, 1)[0],
                new FeatureScaler(
                        reader.tensor("feature-offsets", 1, features), reader.tensor("feature-factors", 1, features)),
                Matrix.wrap(atoms, features, reader.tensor("centers", atoms, features)),
                reader.tensor("weights", 1, atoms),
                new ElementBias(biases));
    }
}
