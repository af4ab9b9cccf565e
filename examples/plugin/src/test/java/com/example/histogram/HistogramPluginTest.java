package com.example.histogram;

import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.testkit.plugin.PluginContract;

/** Everything that GMP demands of a plugin: it is found, its names and records are in order, its components can be made. */
class HistogramPluginTest extends PluginContract {
    @Override
    protected Plugin plugin() {
        return new HistogramPlugin();
    }
}
