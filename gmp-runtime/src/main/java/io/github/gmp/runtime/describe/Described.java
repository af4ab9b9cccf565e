package io.github.gmp.runtime.describe;

import java.util.List;
import java.util.Map;

/**
 * Everything there is to say about one component or configuration file.
 *
 * @param title kind and name, or just the name of a configuration file
 * @param description one or two sentences
 * @param plugin name of the plugin; empty for configuration files
 * @param origin version of the plugin and where it came from; empty for configuration files
 * @param rows its parameters
 * @param presets its presets
 * @param example YAML to paste
 */
record Described(
        String title,
        String description,
        String plugin,
        String origin,
        List<ParameterRow> rows,
        Map<String, Map<String, Object>> presets,
        String example) {}
