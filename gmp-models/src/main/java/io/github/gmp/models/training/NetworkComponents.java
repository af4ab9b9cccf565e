package io.github.gmp.models.training;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.model.RegressorFactory;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;
import io.github.gmp.toolkit.scaling.BiasKind;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The regressors {@code snn} and {@code hdnn}. */
public final class NetworkComponents {
    private NetworkComponents() {}

    /** {@return one multilayer perceptron for the atoms of all elements} */
    public static RegressorFactory<NetworkConfig> snn() {
        return factory(
                "snn",
                false,
                "Single neural network: one multilayer perceptron for the atoms of all elements, as the GMP paper uses with "
                        + "GMP features (arXiv:2102.02390). Trained on energies, or on energies, forces and stress.");
    }

    /** {@return one multilayer perceptron per element} */
    public static RegressorFactory<NetworkConfig> hdnn() {
        return factory(
                "hdnn",
                true,
                "High-dimensional neural network: one multilayer perceptron per element (Behler and Parrinello, "
                        + "doi:10.1103/PhysRevLett.98.146401). Trained on energies, or on energies, forces and stress.");
    }

    private static RegressorFactory<NetworkConfig> factory(String name, boolean perElement, String description) {
        ComponentFactory<NetworkConfig, RegressorTrainer> trainers = ComponentFactory.of(
                RegressorTrainer.KIND,
                name,
                description,
                NetworkConfig.class,
                (config, context) -> trainer(name, perElement, config));
        return RegressorFactory.of(
                trainers.withPresets(presets()), (state, members) -> NetworkRegressor.restore(name, perElement, state));
    }

    private static Map<String, Map<String, Object>> presets() {
        Map<String, Map<String, Object>> presets = new LinkedHashMap<>();
        presets.put("paper-recipe", paper(1e-3, 256, 5000));
        Map<String, Object> qm9 = paper(1e-2, 32, 12000);
        qm9.put("schedule", "step");
        qm9.put("decayEpochs", 2000);
        qm9.put("decayFactor", 0.5);
        presets.put("paper-recipe-qm9", qm9);
        return Collections.unmodifiableMap(presets);
    }

    private static Map<String, Object> paper(double learningRate, int batchSize, int epochs) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("activation", "tanh");
        keys.put("batchNorm", true);
        keys.put("featureScaling", "min-max");
        keys.put("loss", "mae");
        keys.put("optimizer", "adam");
        keys.put("learningRate", learningRate);
        keys.put("batchSize", batchSize);
        keys.put("epochs", epochs);
        keys.put("schedule", "constant");
        return keys;
    }

    private static RegressorTrainer trainer(String name, boolean perElement, NetworkConfig config) {
        boolean needed = config.bias() == BiasKind.GIVEN;
        boolean allowed = needed || config.bias() == BiasKind.ISOLATED;
        if (needed && config.biases().isEmpty()) {
            throw ConfigException.invalid(
                    "biases", "nothing", "an energy in eV for every element, e.g. {H: -13.6}, because bias is given");
        }
        if (!allowed && !config.biases().isEmpty()) {
            throw ConfigException.invalid(
                    "biases", "energies", "none, because bias is neither given nor isolated and would not use them");
        }
        if (config.usesGeometry() && config.batchNorm()) {
            throw ConfigException.invalid(
                    "batchNorm",
                    true,
                    "false, because forceWeight or stressWeight is given: with statistics of a batch the energy of a"
                            + " structure depends on others, and its derivatives are no forces");
        }
        if (config.warmupEpochs() >= config.epochs()) {
            throw ConfigException.invalid(
                    "warmupEpochs", config.warmupEpochs(), "fewer than the " + config.epochs() + " epochs");
        }
        return new NetworkTrainer(name, perElement, config, elements(config.biases()));
    }

    private static Map<Element, Double> elements(Map<String, Double> biases) {
        Map<Element, Double> byElement = new EnumMap<>(Element.class);
        biases.forEach((symbol, energy) -> {
            try {
                byElement.put(Element.of(symbol), energy);
            } catch (DataException e) {
                throw ConfigException.invalid(
                        "biases", "'" + symbol + "'", "element symbols as keys: " + e.getMessage());
            }
        });
        return byElement;
    }
}
