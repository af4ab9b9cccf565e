package io.github.gmp.models.ridge;

import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ConfigException;

/** Makes trainers of ridge regression. */
public final class RidgeFactory implements ComponentFactory<RidgeConfig, RegressorTrainer> {
    @Override
    public ComponentKind<RegressorTrainer> kind() {
        return RegressorTrainer.KIND;
    }

    @Override
    public String name() {
        return RidgeTrainer.TYPE;
    }

    @Override
    public String description() {
        return "Ridge regression: atomic energies linear in the features, solved directly (Hoerl and Kennard, "
                + "doi:10.1080/00401706.1970.10488634), on energies, or on energies, forces and stress. The cheap baseline.";
    }

    @Override
    public Class<RidgeConfig> configType() {
        return RidgeConfig.class;
    }

    @Override
    public RegressorTrainer create(RidgeConfig config, ComponentContext context) {
        if (config.lambda().isEmpty() && config.lambdas().isEmpty()) {
            throw ConfigException.invalid("lambdas", "[]", "at least one strength, or lambda");
        }
        return new RidgeTrainer(config);
    }
}
