package io.github.gmp.runtime.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.gmp.runtime.GmpVersion;
import io.github.gmp.runtime.RunEnvironment;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where a result comes from.
 *
 * @param gmpVersion version of the host
 * @param plugins version of each plugin
 * @param java version and vendor of the Java runtime
 * @param system operating system, architecture, processors
 * @param kernel which implementation of the hot loops ran, and why, see {@link RunEnvironment}
 * @param dataHash SHA-256 of the data, see {@link io.github.gmp.runtime.dataset.DatasetHash}
 * @param configurationHash SHA-256 of the resolved configuration
 * @param seed seed of the training
 * @param createdAt time of creation, ISO 8601 UTC
 */
@JsonPropertyOrder(alphabetic = true)
public record Provenance(
        String gmpVersion,
        Map<String, String> plugins,
        String java,
        String system,
        String kernel,
        String dataHash,
        String configurationHash,
        long seed,
        String createdAt) {
    /** Copies the map, sorted by name. */
    public Provenance {
        plugins = Collections.unmodifiableMap(new TreeMap<>(plugins));
    }

    /**
     * {@return the provenance of a result of this process}
     *
     * @param plugins version of each plugin
     * @param dataHash SHA-256 of the data
     * @param configurationHash SHA-256 of the resolved configuration
     * @param seed seed of the training
     * @param clock tells the time
     */
    public static Provenance of(
            Map<String, String> plugins, String dataHash, String configurationHash, long seed, Clock clock) {
        RunEnvironment environment = RunEnvironment.ofProcess();
        String time = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Provenance(
                GmpVersion.number(),
                plugins,
                environment.java(),
                environment.system(),
                environment.kernel(),
                dataHash,
                configurationHash,
                seed,
                time);
    }

    /** {@return the same in words, by name, for pages} */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("finished", createdAt);
        facts.put("GMP", gmpVersion);
        facts.put(
                "plugins",
                plugins.entrySet().stream()
                        .map(plugin -> plugin.getKey() + " " + plugin.getValue())
                        .collect(Collectors.joining(", ")));
        facts.put("Java", java);
        facts.put("system", system);
        facts.put("kernel", kernel);
        facts.put("seed", String.valueOf(seed));
        facts.put("SHA-256 of the data", dataHash);
        facts.put("SHA-256 of the configuration", configurationHash);
        return facts;
    }

    static Provenance fromJson(JsonObject json) {
        return new Provenance(
                json.text("gmpVersion"),
                json.texts("plugins"),
                json.text("java"),
                json.text("system"),
                // Models of versions before there were kernels do not have it.
                json.has("kernel") ? json.text("kernel") : "not recorded",
                json.text("dataHash"),
                json.text("configurationHash"),
                json.whole("seed"),
                json.text("createdAt"));
    }
}
