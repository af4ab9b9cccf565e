package io.github.gmp.models;

import io.github.gmp.api.model.RegressorFactory;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.models.committee.CommitteeConfig;
import io.github.gmp.models.committee.CommitteeTrainer;
import io.github.gmp.models.ridge.RidgeConfig;
import io.github.gmp.models.ridge.RidgeTrainer;
import io.github.gmp.models.training.NetworkComponents;

import java.util.Collection;
import java.util.List;

/** Offers the regressors {@code snn}, {@code hdnn}, {@code ridge} and {@code committee}. */
public final class ModelsPlugin implements Plugin {
    @Override
    public String name() {
        return "gmp-models";
    }

    @Override
    public int spiVersion() {
        return Plugin.SPI_VERSION;
    }

    @Override
    public Collection<ComponentFactory<?, ?>> factories() {
        return List.of(
                NetworkComponents.snn(),
                NetworkComponents.hdnn(),
                RegressorFactory.of(
                        ComponentFactory.of(
                                RegressorTrainer.KIND,
                                RidgeTrainer.TYPE,
                                "Ridge regression: atomic energies linear in the features, solved directly (Hoerl and Kennard, "
                                        + "doi:10.1080/00401706.1970.10488634), on energies, or on energies, forces and stress. The cheap baseline.",
                                RidgeConfig.class,
                                (config, context) -> new RidgeTrainer(config)),
                        (state, members) -> RidgeTrainer.regressor(state)),
                RegressorFactory.of(
                        ComponentFactory.of(
                                RegressorTrainer.KIND,
                                CommitteeTrainer.TYPE,
                                "Several regressors of one kind, each trained with a seed of its own and, if asked to, on a bootstrap sample. It predicts "
                                        + "their mean; their standard deviation tells what they do not know (arXiv:1612.01474).",
                                CommitteeConfig.class,
                                (config, context) -> new CommitteeTrainer(
                                        config.members(),
                                        config.bootstrap(),
                                        context.create(RegressorTrainer.KIND, config.member()))),
                        CommitteeTrainer::regressor));
    }
}
