package com.example.kernelridge;

import static io.github.gmp.testkit.plugin.ConfigAssertions.assertBinds;
import static io.github.gmp.testkit.plugin.ConfigAssertions.assertDefaults;
import static io.github.gmp.testkit.plugin.ConfigAssertions.assertProblems;

import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.testkit.plugin.PluginContract;
import org.junit.jupiter.api.Test;

/** Everything that GMP demands of a plugin, and what becomes of the keys that users write. */
class KernelRidgePluginTest extends PluginContract {
    @Override
    protected Plugin plugin() {
        return new KernelRidgePlugin();
    }

    @Test
    void keysAreBound() {
        assertDefaults(new KernelRidgeConfig(3.0, 1e-6));
        assertBinds("{width: 2, lambda: 1e-3}", new KernelRidgeConfig(2, 1e-3));
        assertProblems(KernelRidgeConfig.class, "width: 0", "width: got 0, expected a number greater than 0");
    }
}
