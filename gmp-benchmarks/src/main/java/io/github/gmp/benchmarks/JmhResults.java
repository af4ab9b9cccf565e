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
 * times are processor time where {@link ProcessorTime} was there. Results of different settings are refused, so that a report cannot be put
 * together from the better ones.
 */
final class JmhResults {
    /** Benchmarks measure in µs or, as the profiler, in ns. */
    private static final double US_PER_NS = 1e-3;

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
        JsonNode metric = timeOf(result);
        double unit = metric.get("scoreUnit")
                        .asText()
                        .equals(primary(result).get("scoreUnit").asText())
                ? 1
                : US_PER_NS;
        metric.get("rawData").forEach(process -> process.forEach(value -> values.add(unit * value.asDouble())));
        result.path("secondaryMetrics").fields().forEachRemaining(other -> others.computeIfAbsent(
                        key + " " + other.getKey(), k -> new ArrayList<>())
                .add(other.getValue().get("score").asDouble()));
    }

    private static JsonNode primary(JsonNode result) {
        return result.get("primaryMetric");
    }

    private static boolean hasProcessorTime(JsonNode result) {
        return result.path("secondaryMetrics").has(ProcessorTime.METRIC);
    }

    private static JsonNode timeOf(JsonNode result) {
        return hasProcessorTime(result) ? result.get("secondaryMetrics").get(ProcessorTime.METRIC) : primary(result);
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
        String said = (hasProcessorTime(result) ? "processor time" : "wall-clock time") + "; processes: "
                + result.get("forks").asText() + ", in each "
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

    /** {@return the JDK of all results} */
    String jdk() {
        return jdk.orElse("no results");
    }

    /** {@return how each class of benchmarks was run} */
    Map<String, String> settings() {
        return settings;
    }

    /**
     * {@return its time, if it was run}
     *
     * @param key class, method and parameters, e.g. {@code DescriptorBenchmark.features w2-bp-1}
     */
    Optional<Figure> find(String key) {
        return Optional.ofNullable(iterations.get(key)).map(Figure::of);
    }

    /**
     * {@return the largest of all runs, if there is one}
     *
     * @param key class, method and parameters
     * @param metric name of a figure of a profiler
     */
    Optional<Double> largest(String key, String metric) {
        return Optional.ofNullable(others.get(key + " " + metric))
                .flatMap(values -> values.stream().max(Double::compare));
    }
}
