package io.github.gmp.experiments.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.github.gmp.experiments.plugin.PluginLoader;
import io.github.gmp.experiments.plugin.PluginModule;
import io.github.gmp.experiments.plugin.PluginSet;
import io.github.gmp.experiments.progress.Progress;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Builds the object graph of a command. */
public final class Host {
    private Host() {}

    /**
     * @param options the options given
     * @return the injector: plugins, registry, binder and the services of every feature, all bound explicitly; nothing shows progress
     */
    public static Injector injector(GlobalOptions options) {
        return injector(options, Progress.silent());
    }

    static Injector injector(GlobalOptions options, Progress progress) {
        PluginSet plugins = PluginLoader.load(PluginFolders.of(options));
        if (!plugins.problems().isEmpty()) {
            Logger log = LogManager.getLogger(Host.class);
            plugins.problems()
                    .forEach(problem -> log.warn("plugin ignored: {}: {}", problem.path(), problem.message()));
        }
        return Guice.createInjector(new PluginModule(plugins), new HostModule(options, progress));
    }
}
