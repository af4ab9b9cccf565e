package io.github.gmp.spark;

import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.testkit.plugin.PluginContract;

class SparkPluginTest extends PluginContract {
    @Override
    protected Plugin plugin() {
        return new SparkPlugin();
    }
}
