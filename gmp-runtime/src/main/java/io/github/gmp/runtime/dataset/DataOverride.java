package io.github.gmp.runtime.dataset;

import io.github.gmp.runtime.config.ConfigTree;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The option {@code --data}: other files in the place of the configured ones. */
public final class DataOverride {
    private DataOverride() {}

    /**
     * Replaces {@code data.files}; the split stays, separate validation and test files and the format do not.
     *
     * @param tree a configuration with a section {@code data}
     * @param files files, relative to the working directory
     * @return the configuration with the files' absolute paths
     */
    public static ConfigTree apply(ConfigTree tree, List<Path> files) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (tree.map().get("data") instanceof Map<?, ?> old) {
            old.forEach((key, value) -> data.put(String.valueOf(key), value));
        }
        List.of("validationFiles", "testFiles", "format").forEach(data::remove);
        data.put(
                "files",
                files.stream()
                        .map(file -> file.toAbsolutePath().normalize().toString())
                        .toList());
        return tree.with("data", data);
    }
}
