package io.github.gmp.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * JSON results of JMH, from one or several files. A benchmark that was run again under the same settings has the iterations of all runs;
 * results of different settings are refused, so that a report cannot be put together from the better ones.
 */
final class JmhResults {
    private final Map<String, List<Double>> iterations = new LinkedHashMap<>();
    private final Map<String, List<Double>> others = new LinkedHashMap<>();
    /** By class of benchmarks. */
    private final Map<String, String> settings = new TreeMap<>();

    private Optional<String> jdk = Optional.empty();

    /**
     * @param json an array of results
     * @throws IOException if it is not JSON
     * @throws IllegalArgumentException if settings differ from those of results already there
     */
    void add(String json) throws IOException {
        for (JsonNode result : new ObjectMapper().readTree(json)) {
            add(result);
        }
    }

    private void add(JsonNode result) {
        String name = result.get("benchmark").asText();
        int method = name.lastIndexOf('.');
        String type = name.substring(name.lastIndexOf('.', method - 1) + 1, method);
        requireSame(type, result);
        StringBuilder key = new StringBuilder(type).append(name.substring(method));
        result.path("params").forEach(value -> key.append(' ').append(value.asText()));
        List<Double> values = iterations.computeIfAbsent(key.toString(), k -> new ArrayList<>());
        result.get("primaryMetric")
                .get("rawData")
                .forEach(process -> process.forEach(value -> values.add(value.asDouble())));
        result.path("secondaryMetrics").fields().forEachRemaining(metric -> others.computeIfAbsent(
                        key + " " + metric.getKey(), k -> new ArrayList<>())
                .add(metric.getValue().get("score").asDouble()));
    }

    private void requireSame(String type, JsonNode result) {
        String here = "JDK " + result.get("jdkVersion").asText() + " ("
                + result.get("vmName").asText() + ")";
        if (!here.equals(jdk.orElse(here))) {
            throw new IllegalArgumentException("results of " + jdk.orElseThrow() + " and of " + here);
        }
        jdk = Optional.of(here);
        List<String> flags = new ArrayList<>();
        result.get("jvmArgs").forEach(flag -> flags.add(flag.asText()));
        String said = result.get("forks").asText() + " processes, each "
                + result.get("warmupIterations").asText() + " x "
                + result.get("warmupTime").asText() + " of warm-up and "
                + result.get("measurementIterations").asText() + " x "
                + result.get("measurementTime").asText() + "; `" + String.join(" ", flags) + "`";
        String before = settings.putIfAbsent(type, said);
        if (before != null && !before.equals(said)) {
            throw new IllegalArgumentException(
                    type + " was run under different settings, which cannot be one report: " + before + " and " + said);
        }
    }

    /** @return the JDK of all results */
    String jdk() {
        return jdk.orElse("no results");
    }

    /** @return how each class of benchmarks was run */
    Map<String, String> settings() {
        return settings;
    }

    /**
     * @param key class, method and parameters, e.g. {@code DescriptorBenchmark.features w2-bp-1}
     * @return its time, if it was run
     */
    Optional<Figure> find(String key) {
        return Optional.ofNullable(iterations.get(key)).map(Figure::of);
    }

    /**
     * @param key class, method and parameters
     * @param metric name of a figure of a profiler
     * @return the largest of all runs, if there is one
     */
    Optional<Double> largest(String key, String metric) {
        return Optional.ofNullable(others.get(key + " " + metric))
                .flatMap(values -> values.stream().max(Double::compare));
    }
}
