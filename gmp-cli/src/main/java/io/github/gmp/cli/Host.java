package io.github.gmp.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.github.gmp.cli.wiring.PluginModule;
import io.github.gmp.runtime.files.CacheFolder;
import io.github.gmp.runtime.plugin.PluginLoader;
import io.github.gmp.runtime.plugin.PluginSet;
import io.github.gmp.runtime.progress.Progress;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

import java.nio.file.Path;
import java.util.List;

/** Builds the object graph of a command. */
public final class Host {
    /** In the working directory, unless an option names another; may be deleted at any moment. */
    static final Path CACHE = Path.of(".cache", "gmp");

    private Host() {}

    /**
     * {@return the injector: plugins, registry, binder and the services of every feature, all bound explicitly; nothing shows progress}
     *
     * @param options the options given
     */
    public static Injector injector(GlobalOptions options) {
        return injector(options, Progress.silent());
    }

    /**
     * {@return the injector of a process that was started without a command line}
     *
     * @param pluginFolders folders with plugin jars, beside the class path
     */
    public static Injector injector(List<Path> pluginFolders) {
        return injector(pluginFolders, new GlobalOptions(), Progress.silent());
    }

    static Injector injector(GlobalOptions options, Progress progress) {
        return injector(PluginFolders.of(options), options, progress);
    }

    private static Injector injector(List<Path> pluginFolders, GlobalOptions options, Progress progress) {
        PluginSet plugins = PluginLoader.load(pluginFolders);
        if (!plugins.problems().isEmpty()) {
            Logger log = LogManager.getLogger(Host.class);
            plugins.problems()
                    .forEach(problem -> log.warn("plugin ignored: {}: {}", problem.path(), problem.message()));
        }
        return Guice.createInjector(
                new PluginModule(plugins, CacheFolder.of(CACHE)), new HostModule(options, progress));
    }
}
