package io.github.gmp.benchmarks;

import io.github.gmp.toolkit.kernel.KernelChoice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes {@code docs/benchmarks.md} from the JSON results of JMH: {@code BenchmarkReport RESULT.json… OUTPUT.md}. */
public final class BenchmarkReport {
    /** Sections that other commands measure, at other times. */
    private static final List<String> OTHERS = List.of(TrainingReport.HEADING, DynamicsReport.HEADING);

    private static final String NONE = "–";
    private static final List<Integer> CELLS = List.of(4, 8, 12, 16, 30, 63);
    private static final double FLOPS_PER_FUSED = 2;
    private static final int US_PER_MS = 1000;
    private static final double MIB_PER_KIB = 1.0 / 1024;

    private final JmhResults results;
    private final List<String> lines = new ArrayList<>();

    BenchmarkReport(JmhResults results) {
        this.results = results;
    }

    /**
     * @param arguments result files, then the file to write
     * @throws IOException if one cannot be read or written
     * @throws IllegalArgumentException if there are no two arguments, or results were obtained under different settings
     */
    public static void main(String[] arguments) throws IOException {
        int last = arguments.length - 1;
        if (last < 1) {
            throw new IllegalArgumentException("expected RESULT.json… OUTPUT.md");
        }
        JmhResults results = new JmhResults();
        for (int i = 0; i < last; i++) {
            results.add(Files.readString(Path.of(arguments[i])));
        }
        Path page = Path.of(arguments[last]);
        String before = Files.exists(page) ? Files.readString(page) : "";
        String text = new BenchmarkReport(results).text(machine());
        for (String heading : OTHERS) {
            text = PageSection.put(text, heading, PageSection.find(before, heading));
        }
        Files.writeString(page, text);
    }

    private static String machine() throws IOException {
        return processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores, kernels: "
                + KernelChoice.ofProcess().label();
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

    /**
     * {@return the page}
     *
     * @param machine what the results were measured on
     */
    String text(String machine) {
        lines.clear();
        add("# Benchmarks");
        add("");
        add("Written by `gmp-benchmarks/run` from the results of JMH; not to be edited. " + machine + ", "
                + results.jdk()
                + ". Double precision. One thread: processor time; threads and large structures: wall-clock time.");
        add("");
        add(
                "Figures are mean ± half of its 99.9 % confidence interval (smallest iteration). Where the interval is wide, other work went"
                        + " on on the machine, or processes were compiled differently: such a figure says little.");
        add("");
        addTimes();
        addGoals();
        addNeighborLists();
        addTraining();
        addScaling();
        addFrames();
        addMachine();
        addSettings();
        return String.join("\n", lines) + "\n";
    }

    private void addTimes() {
        add("## Descriptors, one thread, µs per atom");
        add("");
        add("Neighbor list included, but not in the last three columns: these are over a prepared evaluation.");
        add("");
        row(
                "workload",
                "features",
                "features + pullback",
                "features + pushforward",
                "pullback",
                "pushforward",
                "pushforward / pullback (at most 1.5)");
        rule(7);
        for (Goal goal : Goal.DESCRIPTORS) {
            row(
                    goal.text(),
                    time("DescriptorBenchmark.features " + goal.key(), goal.atoms()),
                    time("DescriptorBenchmark.featuresAndPullback " + goal.key(), goal.atoms()),
                    time("DescriptorBenchmark.featuresAndPushforward " + goal.key(), goal.atoms()),
                    time("DescriptorBenchmark.pullback " + goal.key(), goal.atoms()),
                    time("DescriptorBenchmark.pushforward " + goal.key(), goal.atoms()),
                    ratio("DescriptorBenchmark.pushforward " + goal.key(), "DescriptorBenchmark.pullback " + goal.key())
                            .map(Figure::number)
                            .orElse(NONE));
        }
        add("");
    }

    private void addGoals() {
        add("## Against what was asked for and other codes, µs per atom");
        add("");
        add(
                "Means. Reference: the fastest of the published codes (of GMP; of symmetry functions, n2p2), whose dense Jacobian stands in"
                        + " the place of a pullback. They were measured once, on another machine of the same kind (± 30 %), so the last"
                        + " column is a size, not a figure.");
        add("");
        row("workload", "what", "here", "asked for", "met", "target", "reference", "reference / here");
        rule(8);
        for (Goal goal : Goal.DESCRIPTORS) {
            addGoal(goal, "features", goal.features(), "DescriptorBenchmark.features ");
            addGoal(goal, "features + pullback", goal.withPullback(), "DescriptorBenchmark.featuresAndPullback ");
        }
        for (Goal goal : Goal.PLAIN) {
            addGoal(goal, "features", goal.features(), "ScalarDescriptorBenchmark.features ");
        }
        add("");
    }

    private void addGoal(Goal goal, String what, Optional<Goal.Limits> limits, String benchmark) {
        limits.ifPresent(limit -> {
            Optional<Figure> figure = results.find(benchmark + goal.key()).map(f -> f.per(goal.atoms()));
            row(
                    goal.text(),
                    what,
                    figure.map(f -> Figure.number(f.mean())).orElse(NONE),
                    Figure.number(limit.must()),
                    figure.map(f -> f.mean() <= limit.must() ? "yes" : "no").orElse(NONE),
                    Figure.number(limit.target()),
                    limit.reference().isPresent()
                            ? Figure.number(limit.reference().getAsDouble())
                            : NONE,
                    figure.isPresent() && limit.reference().isPresent()
                            ? Figure.number(limit.reference().getAsDouble()
                                    / figure.get().mean())
                            : NONE);
        });
    }

    private void addNeighborLists() {
        add("## Neighbor lists, one thread");
        add("");
        row("list", "µs per atom");
        rule(2);
        row("aspirin, 10 Å", time("NeighborListBenchmark.build aspirin/10", Goal.ASPIRIN));
        row("bulk Cu 256, 6 Å", time("NeighborListBenchmark.build copper/6", Goal.COPPER));
        row("bulk Cu 256, 15 Å", time("NeighborListBenchmark.build copper/15", Goal.COPPER));
        add("");
        row("workload", "share of the neighbor list in features, %");
        rule(2);
        for (Goal goal : Goal.DESCRIPTORS) {
            goal.neighborList()
                    .ifPresent(list -> row(
                            goal.text(),
                            ratio("NeighborListBenchmark.build " + list, "DescriptorBenchmark.features " + goal.key())
                                    .map(share -> Figure.number(100 * share))
                                    .orElse(NONE)));
        }
        add("");
    }

    private void addTraining() {
        add("## Training, one thread, ms per step");
        add("");
        add(String.format(
                Locale.ROOT,
                "%,d atoms (256 frames of aspirin) with 84 features, three hidden layers of 50 tanh nodes: forward, backward and the"
                        + " optimizer. With forces: also the gradient by the features, the change along a direction of them, and the"
                        + " gradient of both by the weights; the descriptor's own pullback and pushforward are not in it. libtorch 28"
                        + " (energies) and 149 (with forces, dense Jacobian), measured once on another machine of the same kind.",
                NetworkSteps.ROWS));
        add("");
        row("kernels, optimizer", "energies", "energies and forces");
        rule(3);
        addTraining("vector, Adam", "NetworkBenchmark", "adam");
        addTraining("vector, SOAP", "NetworkBenchmark", "soap");
        addTraining("plain, Adam", "ScalarNetworkBenchmark", "adam");
        add("");
    }

    private void addTraining(String text, String type, String optimizer) {
        row(
                text,
                time(type + ".energyStep " + optimizer, US_PER_MS),
                time(type + ".energyAndForceStep " + optimizer, US_PER_MS));
    }

    private void addScaling() {
        add("## Large structures");
        add("");
        add(
                "Bulk Cu, default descriptor (6 Å, 3 σ, orders 0–3; densities of the paper), features in blocks of centers which are not kept, neighbor list"
                        + " included. Allocated: by all threads in one pass. Old generation: the most that it ever held with one"
                        + " thread, structure and the virtual machine's own included.");
        add("");
        row(
                "atoms",
                "1 thread, µs per atom",
                "2 threads, µs per atom",
                "speed-up",
                "allocated, bytes per atom",
                "old generation, MiB");
        rule(6);
        for (int cells : CELLS) {
            int atoms = 4 * cells * cells * cells;
            String one = "ScalingBenchmark.features " + cells + " 1";
            if (results.find(one).isEmpty()) {
                continue;
            }
            String two = "ScalingBenchmark.features " + cells + " 2";
            row(
                    String.format(Locale.ROOT, "%,d", atoms),
                    time(one, atoms),
                    time(two, atoms),
                    ratio(one, two).map(Figure::number).orElse(NONE),
                    profiled(one, "gc.alloc.rate.norm", 1.0 / atoms),
                    profiled(one, "mempool.Tenured Gen.used", MIB_PER_KIB));
        }
        add("");
    }

    private void addFrames() {
        add("## Many structures");
        add("");
        add(String.format(
                Locale.ROOT,
                "%,d frames of aspirin, descriptor of W1 with 3 σ, one structure per task, results collected.",
                FramesBenchmark.FRAMES));
        add("");
        row("threads", "µs per atom", "speed-up");
        rule(3);
        String one = "FramesBenchmark.features 1";
        String two = "FramesBenchmark.features 2";
        int atoms = FramesBenchmark.FRAMES * Goal.ASPIRIN;
        row("1", time(one, atoms), "1");
        row("2", time(two, atoms), ratio(one, two).map(Figure::number).orElse(NONE));
        add("");
    }

    private void addMachine() {
        add("## The machine, one core");
        add("");
        row("operation", "ns", "rate");
        rule(3);
        addMachine("`Math.exp`, throughput", "exponential", 1, "per ns");
        addMachine(
                "fused multiply-add, vectors, per lane, throughput",
                "vectorFusedMultiplyAdd",
                FLOPS_PER_FUSED,
                "GFLOP/s");
        addMachine("fused multiply-add, scalar, throughput", "scalarFusedMultiplyAdd", FLOPS_PER_FUSED, "GFLOP/s");
        addMachine("fused multiply-add, scalar, latency", "scalarFusedMultiplyAddLatency", FLOPS_PER_FUSED, "GFLOP/s");
        addMachine("a_i = b_i + s c_i in the first cache, per element", "triad", FLOPS_PER_FUSED, "GFLOP/s");
        add("");
    }

    private void addMachine(String text, String method, double operations, String unit) {
        String key = "MachineBenchmark." + method;
        row(
                text,
                time(key, 1),
                results.find(key)
                        .map(f -> Figure.number(operations / f.mean()) + " " + unit)
                        .orElse(NONE));
    }

    private void addSettings() {
        add("## How");
        add("");
        row("benchmarks", "settings");
        rule(2);
        results.settings().forEach((type, said) -> row("`" + type + "`", said));
    }

    private String profiled(String key, String metric, double factor) {
        return results.largest(key, metric)
                .map(value -> Figure.number(value * factor))
                .orElse(NONE);
    }

    private Optional<Double> ratio(String numerator, String denominator) {
        return results.find(numerator).flatMap(n -> results.find(denominator).map(d -> n.mean() / d.mean()));
    }

    private String time(String key, int divisor) {
        return results.find(key).map(f -> f.per(divisor).toString()).orElse(NONE);
    }

    private void row(String... cells) {
        add("| " + String.join(" | ", cells) + " |");
    }

    private void rule(int columns) {
        add("|" + "---|".repeat(columns));
    }

    private void add(String line) {
        lines.add(line);
    }
}
