package io.github.gmp.runtime.plugin;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.ConfigProblem;
import io.github.gmp.api.plugin.Plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Finds plugins with {@link ServiceLoader}: on the class path, and in the jars of plugins folders, each jar with a class loader of its own.
 * A plugin that throws or breaks the contract becomes a problem that names its jar; the others load.
 */
public final class PluginLoader {
    /** Origin of the plugins that come with the host. */
    public static final String CLASS_PATH = "class path";

    /** Broken provider lines that are reported before giving up on a class path. */
    private static final int MOST_BROKEN = 100;

    private final ClassLoader host;
    private final List<LoadedPlugin> plugins = new ArrayList<>();
    private final List<ConfigProblem> problems = new ArrayList<>();

    private PluginLoader(ClassLoader host) {
        this.host = host;
    }

    /**
     * {@return the plugins, with the problems of those that cannot be used}
     *
     * @param folders folders with plugin jars
     * @throws ConfigException if two plugins offer a component of the same kind and name
     * @throws DataException if a folder cannot be read
     */
    public static PluginSet load(List<Path> folders) {
        return load(folders, PluginLoader.class.getClassLoader());
    }

    /**
     * {@return the plugins, with the problems of those that cannot be used}
     *
     * @param folders folders with plugin jars
     * @param host where plugins are looked for beside the folders, and what those in folders find the classes of GMP with
     * @throws ConfigException if two plugins offer a component of the same kind and name
     * @throws DataException if a folder cannot be read
     */
    public static PluginSet load(List<Path> folders, ClassLoader host) {
        PluginLoader loader = new PluginLoader(host);
        loader.loadFrom(host, CLASS_PATH);
        for (Path folder : folders) {
            loader.loadFolder(folder);
        }
        loader.plugins.sort(Comparator.comparing(LoadedPlugin::name));
        requireUnique(loader.plugins);
        return new PluginSet(loader.plugins, loader.problems);
    }

    private void loadFolder(Path folder) {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
            entries.forEach(jars::add);
        } catch (IOException e) {
            String reason = Files.exists(folder) ? "cannot be read as a folder" : "there is no such folder";
            throw new DataException("plugins folder " + folder + ": " + reason, e);
        }
        // The order of a folder listing is up to the file system.
        jars.sort(Comparator.naturalOrder());
        jars.forEach(this::loadJar);
    }

    private void loadJar(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.getEntry("META-INF/services/" + Plugin.class.getName()) == null) {
                reject(
                        jar.toString(),
                        "holds no plugin: it has no META-INF/services/" + Plugin.class.getName()
                                + " (a plugin and the libraries it needs go into one jar)");
                return;
            }
            loadFrom(new PluginClassLoader(jar.toUri().toURL(), host), jar.toString());
        } catch (IOException e) {
            reject(jar.toString(), "is not a readable jar: " + e.getMessage());
        }
    }

    private void loadFrom(ClassLoader loader, String origin) {
        Iterator<Plugin> providers = ServiceLoader.load(Plugin.class, loader).iterator();
        for (int broken = 0; broken < MOST_BROKEN; ) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                plugins.add(PluginInspector.inspect(providers.next(), origin));
            } catch (VirtualMachineError e) {
                throw e;
            } catch (IllegalArgumentException e) {
                broken++;
                reject(origin, e.getMessage());
            } catch (ServiceConfigurationError e) {
                broken++;
                reject(origin, e.getMessage() + because(e.getCause()));
            } catch (Exception | Error e) {
                // Whatever foreign code throws, linkage errors and failed assertions included, stops that plugin only.
                broken++;
                reject(origin, "threw " + e);
            }
        }
    }

    private static String because(Throwable cause) {
        return cause == null ? "" : " (" + cause + ")";
    }

    private void reject(String origin, String reason) {
        problems.add(new ConfigProblem.IncompatiblePlugin(origin, reason));
    }

    private static void requireUnique(List<LoadedPlugin> plugins) {
        Map<String, LoadedPlugin> owners = new LinkedHashMap<>();
        List<ConfigProblem> duplicates = new ArrayList<>();
        for (LoadedPlugin plugin : plugins) {
            for (String offer : offers(plugin).toList()) {
                LoadedPlugin first = owners.putIfAbsent(offer, plugin);
                if (first != null) {
                    duplicates.add(new ConfigProblem.DuplicateComponent(offer, label(first), label(plugin)));
                }
            }
        }
        if (!duplicates.isEmpty()) {
            throw new ConfigException(duplicates);
        }
    }

    private static Stream<String> offers(LoadedPlugin plugin) {
        return Stream.concat(
                Stream.of("plugin/" + plugin.name()),
                plugin.factories().stream().map(PluginLoader::key).map(ComponentKey::toString));
    }

    public static ComponentKey key(ComponentFactory<?, ?> factory) {
        return new ComponentKey(factory.kind().name(), factory.name());
    }

    private static String label(LoadedPlugin plugin) {
        return plugin.name() + " (" + plugin.origin() + ")";
    }
}
