package io.github.gmp.experiments.config;

import java.nio.file.Path;
import java.util.Map;

/** Reads YAML. */
final class YamlReader {
    private YamlReader() {}

    static Map<String, Object> readFile(Path file) {
        throw new UnsupportedOperationException("to be written");
    }
}
