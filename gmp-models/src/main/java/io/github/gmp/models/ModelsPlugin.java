package io.github.gmp.models;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.models.committee.CommitteeFactory;
import io.github.gmp.models.ridge.RidgeFactory;
import io.github.gmp.models.training.NetworkFactory;

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
        return List.of(NetworkFactory.snn(), NetworkFactory.hdnn(), new RidgeFactory(), new CommitteeFactory());
    }
}
