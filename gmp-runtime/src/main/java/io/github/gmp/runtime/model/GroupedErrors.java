package io.github.gmp.runtime.model;

import io.github.gmp.api.structure.Element;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Errors on a set of structures, in all and by group.
 *
 * @param all errors on all structures
 * @param byConfigType errors by {@code config_type}, of those structures that have one
 * @param forcesByElement errors of the forces by element of the atom
 */
public record GroupedErrors(
        Metrics all, Map<String, Metrics> byConfigType, Map<Element, ForceMetrics> forcesByElement) {
    /** Copies the maps, sorted. */
    public GroupedErrors {
        byConfigType = Collections.unmodifiableMap(new TreeMap<>(byConfigType));
        forcesByElement = Collections.unmodifiableMap(new TreeMap<>(forcesByElement));
    }
}
