package io.github.gmp.experiments.config;

import java.util.Map;

/** Writes YAML. */
final class YamlWriter {
    private YamlWriter() {}

    static String write(Map<String, Object> map) {
        throw new UnsupportedOperationException("to be written");
    }
}
