package io.github.gmp.runtime.plugin;

import io.github.gmp.api.plugin.Plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;

/** Loads the classes of one plugin jar; everything that the jar does not have comes from the host. */
final class PluginClassLoader extends URLClassLoader {
    private static final String SERVICE = "META-INF/services/" + Plugin.class.getName();

    PluginClassLoader(URL jar, ClassLoader host) {
        super("plugin " + jar, new URL[] {jar}, host);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        // The plugins on the host's own class path are not this jar's.
        return name.equals(SERVICE) ? findResources(name) : super.getResources(name);
    }
}
