package io.github.gmp.probes.invariant;

import io.github.gmp.api.invariant.InvariantFamily;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ConfigException;

/** Puts the features of several families of invariants side by side. */
public final class JointFactory implements ComponentFactory<JointConfig, InvariantFamily> {
    @Override
    public ComponentKind<InvariantFamily> kind() {
        return InvariantFamily.KIND;
    }

    @Override
    public String name() {
        return "joint";
    }

    @Override
    public String description() {
        return "The features of several families of invariants, one after the other, e.g. order-zero, power-spectrum and cubic.";
    }

    @Override
    public Class<JointConfig> configType() {
        return JointConfig.class;
    }

    /** @throws ConfigException if there is no family */
    @Override
    public InvariantFamily create(JointConfig config, ComponentContext context) {
        if (config.families().isEmpty()) {
            throw ConfigException.invalid("families", "[]", "one or more families of invariants");
        }
        return new JointFamily(config.families().stream()
                .map(spec -> context.create(InvariantFamily.KIND, spec))
                .toList());
    }
}
