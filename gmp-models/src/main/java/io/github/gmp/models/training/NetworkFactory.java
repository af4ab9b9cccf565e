package io.github.gmp.models.training;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.scaling.BiasKind;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes trainers of neural networks: {@code snn} and {@code hdnn}. */
public final class NetworkFactory implements ComponentFactory<NetworkConfig, RegressorTrainer> {
    private final String name;
    private final boolean perElement;
    private final String description;

    private NetworkFactory(String name, boolean perElement, String description) {
        this.name = name;
        this.perElement = perElement;
        this.description = description;
    }

    /** @return the factory of {@code snn} */
    public static NetworkFactory snn() {
        return new NetworkFactory(
                "snn",
                false,
                "Single neural network: one multilayer perceptron for the atoms of all elements, as the GMP paper uses with "
                        + "GMP features (arXiv:2102.02390). Trained on energies, or on energies, forces and stress.");
    }

    /** @return the factory of {@code hdnn} */
    public static NetworkFactory hdnn() {
        return new NetworkFactory(
                "hdnn",
                true,
                "High-dimensional neural network: one multilayer perceptron per element (Behler and Parrinello, "
                        + "doi:10.1103/PhysRevLett.98.146401). Trained on energies, or on energies, forces and stress.");
    }

    @Override
    public ComponentKind<RegressorTrainer> kind() {
        return RegressorTrainer.KIND;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public Class<NetworkConfig> configType() {
        return NetworkConfig.class;
    }

    @Override
    public Map<String, Map<String, Object>> presets() {
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

    @Override
    public RegressorTrainer create(NetworkConfig config, ComponentContext context) {
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
