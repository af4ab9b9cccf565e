package io.github.gmp.runtime.executor;

import io.github.gmp.runtime.config.ConfigTree;

import java.util.Map;

/** The option {@code --executor} of commands. */
public final class ExecutorOption {
    private ExecutorOption() {}

    /**
     * {@return the configuration with that executor; the keys it has for it already are kept}
     *
     * @param tree a configuration with a key {@code executor}
     * @param name name of an executor
     */
    public static ConfigTree apply(ConfigTree tree, String name) {
        if (!(tree.map().get("executor") instanceof Map<?, ?> keys)) {
            return tree.with("executor", Map.of("type", name));
        }
        boolean other = keys.containsKey("type") && !name.equals(keys.get("type"));
        return other ? tree.with("executor", Map.of("type", name)) : tree.with("executor.type", name);
    }
}
