package io.github.gmp.api.plugin;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A component as a configuration names it: a type and its keys. A configuration record that needs another component has a field of this
 * type, with {@link Param#kind()} saying which kind; the host has checked it (and filled in defaults) before the factory sees it.
 *
 * @param type name of the factory, the key {@code type} of the configuration
 * @param keys the other keys: text, numbers, booleans, lists, maps, nested {@code ComponentSpec}s, and files as the host has them
 * @param path where it stands in the configuration, e.g. {@code descriptor.radial}
 */
public record ComponentSpec(String type, Map<String, Object> keys, String path) {
    /** Copies the map, keeping its order. */
    public ComponentSpec {
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }
}
