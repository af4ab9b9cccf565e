package io.github.gmp.density;

import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;

import java.util.Map;

/**
 * A host that has nested components ready.
 *
 * @param components nested components by the type that a specification names
 */
record PreparedSources(Map<String, ?> components) implements ComponentContext {
    static ComponentSpec spec(String type) {
        return new ComponentSpec(type, Map.of(), "density");
    }

    @Override
    public <T> T create(ComponentKind<T> kind, ComponentSpec spec) {
        return kind.type().cast(components.get(spec.type()));
    }
}
