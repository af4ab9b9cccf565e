package io.github.gmp.experiments.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a result comes from.
 *
 * @param gmpVersion version of the host
 * @param plugins version of each plugin
 * @param java version and vendor of the Java runtime
 * @param system operating system, architecture, processors
 * @param dataHash SHA-256 of the data, see {@link io.github.gmp.experiments.dataset.DatasetHash}
 * @param configurationHash SHA-256 of the resolved configuration
 * @param seed seed of the training
 * @param createdAt time of creation, ISO 8601 UTC
 */
public record Provenance(
        String gmpVersion,
        Map<String, String> plugins,
        String java,
        String system,
        String dataHash,
        String configurationHash,
        long seed,
        String createdAt) {
    /** Copies the map, sorted by name. */
    public Provenance {
        plugins = Collections.unmodifiableMap(new TreeMap<>(plugins));
    }
}
