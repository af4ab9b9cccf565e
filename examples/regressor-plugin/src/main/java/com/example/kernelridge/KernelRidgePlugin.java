package com.example.kernelridge;

import io.github.gmp.api.model.RegressorFactory;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;

import java.util.Collection;
import java.util.List;

/** What GMP finds, through META-INF/services/io.github.gmp.api.plugin.Plugin. */
public final class KernelRidgePlugin implements Plugin {
    @Override
    public String name() {
        return "kernel-ridge";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public int spiVersion() {
        return Plugin.SPI_VERSION;
    }

    @Override
    public Collection<ComponentFactory<?, ?>> factories() {
        ComponentFactory<KernelRidgeConfig, RegressorTrainer> trainers = ComponentFactory.of(
                RegressorTrainer.KIND,
                KernelRidge.TYPE,
                "Kernel ridge regression on energies, with a Gaussian kernel between atoms (doi:10.1103/PhysRevLett.104.136403).",
                KernelRidgeConfig.class,
                (config, context) -> new KernelRidgeTrainer(config));
        return List.of(RegressorFactory.of(trainers, (state, members) -> KernelRidgeState.read(state)));
    }
}
