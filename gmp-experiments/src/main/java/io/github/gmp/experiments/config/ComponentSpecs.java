package io.github.gmp.experiments.config;

import io.github.gmp.api.plugin.ComponentSpec;

import java.util.Map;

/** Component specifications as plain data, as canonical JSON and as hashes. */
public final class ComponentSpecs {
    private ComponentSpecs() {}

    /**
     * @param spec a component
     * @return its keys and its {@code type} as plain data, nested components likewise, keys sorted
     */
    public static Map<String, Object> toMap(ComponentSpec spec) {
        throw new UnsupportedOperationException("to be written");
    }

    /**
     * @param spec a resolved component
     * @return SHA-256 of its canonical JSON, in hexadecimal; where it stands in a configuration does not matter
     */
    public static String hash(ComponentSpec spec) {
        throw new UnsupportedOperationException("to be written");
    }

    /**
     * JSON that is the same for the same data: keys sorted, no blanks, shortest decimal numbers that read back exactly.
     *
     * @param value plain data; {@link ComponentSpec}s count as their map
     * @return the text
     * @throws IllegalArgumentException if a value is not plain data or a number is not finite
     */
    public static String canonicalJson(Object value) {
        throw new UnsupportedOperationException("to be written");
    }
}
