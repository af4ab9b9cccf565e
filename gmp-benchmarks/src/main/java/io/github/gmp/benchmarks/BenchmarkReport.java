package io.github.gmp.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes {@code docs/benchmarks.md} from the JSON results of JMH: {@code BenchmarkReport RESULT.json… OUTPUT.md}. */
public final class BenchmarkReport {
    /**
     * A workload of the table.
     *
     * @param name parameter of {@link DescriptorBenchmark}
     * @param text what it is
     * @param atoms number of atoms of its structure
     * @param goal features and features with pullback that were asked for, µs per atom
     * @param reference fastest reference code, features and features with Jacobian, µs per atom
     */
    private record Row(String name, String text, int atoms, String goal, String reference) {}

    private static final int ASPIRIN = 21;
    private static final int COPPER = 256;

    private static final List<Row> ROWS = List.of(
            new Row(
                    "w1-solid-3",
                    "W1 aspirin, 10 Å, solid order norm, orders 0–7, 3 σ",
                    ASPIRIN,
                    "3.5 / 12",
                    "138 / 549"),
            new Row("w1-solid-6", "W1 with 6 σ", ASPIRIN, "6 / 18", "270 / 1,090"),
            new Row("w1-literal-3", "W1 literal group norm (paper), 3 σ", ASPIRIN, "8 / 25", "272 / 549"),
            new Row("w1-power-8", "W1 power spectrum, orders 0–4, 8 σ", ASPIRIN, "–", "–"),
            new Row("w2-bp-1", "W2 BP set 1 (156), aspirin, 10 Å", ASPIRIN, "3 / 8", "61 / 120"),
            new Row("w3-gmp-4-19", "W3 bulk Cu 256, 15 Å, GMP(4,19)", COPPER, "350 / 800", "12,600 / 67,000"),
            new Row("w3-gmp-2-10", "W3 bulk Cu 256, 15 Å, GMP(2,10)", COPPER, "150 / 350", "3,800 / 9,500"),
            new Row("w4-bp-1", "W4 bulk Cu 256, 6 Å, BP set 1", COPPER, "75 / 170", "410 / 870"));

    /**
     * One result of JMH.
     *
     * @param score time per call in the unit of the benchmark
     * @param error half of the 99.9 % confidence interval
     */
    private record Score(double score, double error) {
        Score per(double divisor) {
            return new Score(score / divisor, error / divisor);
        }

        @Override
        public String toString() {
            return number(score) + " ± " + number(error);
        }
    }

    private final Map<String, Score> scores = new LinkedHashMap<>();
    private String machine = "";

    BenchmarkReport() {}

    /**
     * @param arguments result files, then the file to write
     * @throws IOException if one cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        BenchmarkReport report = new BenchmarkReport();
        int last = arguments.length - 1;
        for (int i = 0; i < last; i++) {
            report.add(Files.readString(Path.of(arguments[i])));
        }
        Files.writeString(Path.of(arguments[last]), report.text(processor()));
    }

    /** Adds a result file. */
    void add(String json) throws IOException {
        for (JsonNode result : new ObjectMapper().readTree(json)) {
            String name = result.get("benchmark").asText();
            StringBuilder key = new StringBuilder(name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1));
            if (result.has("params")) {
                result.get("params").forEach(value -> key.append(' ').append(value.asText()));
            }
            JsonNode metric = result.get("primaryMetric");
            scores.put(
                    key.toString(),
                    new Score(
                            metric.get("score").asDouble(),
                            metric.get("scoreError").asDouble(0)));
            machine = "JDK " + result.get("jdkVersion").asText() + " ("
                    + result.get("vmName").asText() + ")";
        }
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(info).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    String text(String processor) {
        List<String> lines = new ArrayList<>();
        lines.add("# Benchmarks");
        lines.add("");
        lines.add("Written by `gmp-benchmarks/run` from the results of JMH; not to be edited. " + processor + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, " + machine
                + ". Double precision. Errors are half of JMH's 99.9 % confidence intervals.");
        lines.add("");
        addDescriptors(lines);
        addOthers(lines);
        addScaling(lines);
        addMachine(lines);
        return String.join("\n", lines) + "\n";
    }

    private void addDescriptors(List<String> lines) {
        lines.add("## Descriptors, one core, µs per atom");
        lines.add("");
        lines.add(
                "Features and features + pullback include the neighbor list. The reference codes (the published GMP codes and"
                        + " n2p2; their dense Jacobian in the place of a pullback) were measured once on another machine of the same"
                        + " kind, ±30 %.");
        lines.add("");
        lines.add(
                "| workload | features | + pullback | pullback alone | pushforward / pullback | asked for | fastest reference |");
        lines.add("|---|---|---|---|---|---|---|");
        for (Row row : ROWS) {
            Optional<Score> pullback = score("DescriptorBenchmark.pullback " + row.name());
            Optional<Score> pushforward = score("DescriptorBenchmark.pushforward " + row.name());
            String ratio = pullback.isPresent() && pushforward.isPresent()
                    ? number(pushforward.get().score() / pullback.get().score())
                    : "–";
            lines.add("| " + row.text() + " | "
                    + cell("DescriptorBenchmark.features " + row.name(), row.atoms()) + " | "
                    + cell("DescriptorBenchmark.featuresAndPullback " + row.name(), row.atoms()) + " | "
                    + cell("DescriptorBenchmark.pullback " + row.name(), row.atoms()) + " | " + ratio + " | "
                    + row.goal()
                    + " | " + row.reference() + " |");
        }
        lines.add("");
    }

    private void addOthers(List<String> lines) {
        lines.add("| also | µs per atom |");
        lines.add("|---|---|");
        lines.add("| neighbor list, aspirin 10 Å | " + cell("NeighborListBenchmark.build aspirin/10", ASPIRIN) + " |");
        lines.add("| neighbor list, Cu 6 Å (78 neighbors) | " + cell("NeighborListBenchmark.build copper/6", COPPER)
                + " |");
        lines.add("| neighbor list, Cu 15 Å (1,204 neighbors) | "
                + cell("NeighborListBenchmark.build copper/15", COPPER) + " |");
        lines.add("| W1, 3 σ, features, plain kernel | "
                + cell("ScalarDescriptorBenchmark.features w1-solid-3", ASPIRIN) + " |");
        lines.add(
                "| W2, features, plain kernel | " + cell("ScalarDescriptorBenchmark.features w2-bp-1", ASPIRIN) + " |");
        lines.add("");
    }

    private void addScaling(List<String> lines) {
        lines.add("## Large structures and threads");
        lines.add("");
        lines.add("Bulk Cu, default GMP descriptor (6 Å, 3 σ, orders 0–3), blocks of centers, neighbor list included.");
        lines.add("");
        lines.add("| atoms | one thread, µs per atom | two threads, µs per atom | speed-up |");
        lines.add("|---|---|---|---|");
        for (int cells : List.of(4, 8, 16, 30, 63)) {
            int atoms = 4 * cells * cells * cells;
            String one = "ScalingBenchmark.features " + cells + " 1";
            String two = "ScalingBenchmark.features " + cells + " 2";
            if (score(one).isPresent()) {
                String speedUp = score(two)
                        .map(s -> number(score(one).get().score() / s.score()))
                        .orElse("–");
                lines.add(String.format(
                        Locale.ROOT, "| %,d | %s | %s | %s |", atoms, cell(one, atoms), cell(two, atoms), speedUp));
            }
        }
        lines.add("");
    }

    private void addMachine(List<String> lines) {
        lines.add("## The machine, one core");
        lines.add("");
        lines.add("| operation | ns |");
        lines.add("|---|---|");
        lines.add("| `Math.exp` | " + cell("MachineBenchmark.scalarExponential", 1) + " |");
        lines.add("| fused multiply-add of a vector, throughput | " + cell("MachineBenchmark.vectorFusedMultiplyAdd", 1)
                + " |");
        lines.add(
                "| fused multiply-add, latency | " + cell("MachineBenchmark.scalarFusedMultiplyAddLatency", 1) + " |");
    }

    private Optional<Score> score(String key) {
        return Optional.ofNullable(scores.get(key));
    }

    private String cell(String key, int divisor) {
        return score(key).map(s -> s.per(divisor).toString()).orElse("–");
    }

    /** Three significant digits. */
    private static String number(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return "0";
        }
        int digits = Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(value))));
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
