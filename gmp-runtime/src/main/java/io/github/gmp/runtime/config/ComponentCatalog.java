package io.github.gmp.runtime.config;

import io.github.gmp.api.plugin.ComponentFactory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The factories there are, by kind and name. Immutable. */
public final class ComponentCatalog {
    private final Map<String, Map<String, ComponentFactory<?, ?>>> byKind;

    private ComponentCatalog(Map<String, Map<String, ComponentFactory<?, ?>>> byKind) {
        this.byKind = byKind;
    }

    /**
     * {@return the catalog}
     *
     * @param factories factories, no two of the same kind and name
     * @throws IllegalArgumentException if two have the same kind and name
     */
    public static ComponentCatalog of(Collection<? extends ComponentFactory<?, ?>> factories) {
        Map<String, Map<String, ComponentFactory<?, ?>>> byKind = new TreeMap<>();
        for (ComponentFactory<?, ?> factory : factories) {
            ComponentFactory<?, ?> previous = byKind.computeIfAbsent(
                            factory.kind().name(), kind -> new TreeMap<>())
                    .put(factory.name(), factory);
            if (previous != null) {
                throw new IllegalArgumentException(
                        "two factories for " + factory.kind().name() + " " + factory.name());
            }
        }
        return new ComponentCatalog(byKind);
    }

    /** {@return the names of the kinds that have factories, sorted} */
    public Set<String> kinds() {
        return Collections.unmodifiableSet(byKind.keySet());
    }

    /**
     * {@return the names of its factories, sorted; empty if there are none}
     *
     * @param kind name of a kind
     */
    public Set<String> names(String kind) {
        return Collections.unmodifiableSet(byKind.getOrDefault(kind, Map.of()).keySet());
    }

    /**
     * {@return the factory}
     *
     * @param kind name of a kind
     * @param name name of a factory
     */
    public Optional<ComponentFactory<?, ?>> find(String kind, String name) {
        return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(name));
    }

    /** {@return all factories, sorted by kind and name} */
    public Collection<ComponentFactory<?, ?>> factories() {
        List<ComponentFactory<?, ?>> all = new ArrayList<>();
        byKind.values().forEach(named -> all.addAll(named.values()));
        return Collections.unmodifiableList(all);
    }
}
