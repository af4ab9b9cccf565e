package io.github.gmp.benchmarks;

import com.google.inject.Injector;
import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.cli.GlobalOptions;
import io.github.gmp.cli.Host;
import io.github.gmp.experiments.train.PreparedTraining;
import io.github.gmp.experiments.train.Train;
import io.github.gmp.experiments.train.TrainConfig;
import io.github.gmp.experiments.trial.TrialRequest;
import io.github.gmp.experiments.trial.TrialRunner;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.progress.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Times epochs of trainings on energies and forces with one and two threads, and writes a section of {@code docs/benchmarks.md}:
 * {@code TrainingReport OUTPUT.md CONFIGURATION…}. Started by {@code gmp-benchmarks/training}.
 */
public final class TrainingReport {
    /** Heading of the section; {@link BenchmarkReport} keeps it. */
    static final String HEADING = "## Epochs of training on forces";

    private static final int STRUCTURES = 950;
    private static final int EPOCHS = 24;
    /** Epochs until the code is compiled and the moments are kept. */
    private static final int WARM_UP = 8;
    /** Runs with each number of threads, by turns, so that what else the machine does hits all alike. */
    private static final int ROUNDS = 3;

    private static final List<Integer> THREADS = List.of(1, 2);
    private static final double MS = 1000;

    private TrainingReport() {}

    /**
     * @param arguments the page to write, then configurations of {@code gmp train}
     * @throws IOException if the page cannot be read or written
     * @throws IllegalArgumentException if there are no such arguments
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("expected OUTPUT.md CONFIGURATION…");
        }
        Path page = Path.of(arguments[0]);
        List<String> lines = new ArrayList<>();
        lines.add(HEADING);
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Written by `gmp-benchmarks/training`. Wall-clock time of an epoch over %d structures of 21 atoms with energies and forces,"
                        + " validation of 50 included: median of epochs %d to %d, the best of %d runs, which take turns.",
                STRUCTURES,
                WARM_UP + 1,
                EPOCHS,
                ROUNDS));
        lines.add("");
        lines.add("| configuration | 1 thread, ms | 2 threads, ms | ratio |");
        lines.add("|---|---|---|---|");
        for (String configuration : List.of(arguments).subList(1, arguments.length)) {
            Map<Integer, Double> best = measure(Path.of(configuration));
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.2f |",
                    configuration,
                    MS * best.get(1),
                    MS * best.get(2),
                    best.get(1) / best.get(2)));
        }
        Files.writeString(page, PageSection.put(Files.exists(page) ? Files.readString(page) : "", HEADING, lines));
    }

    /** {@return the seconds of an epoch by number of threads} */
    private static Map<Integer, Double> measure(Path configuration) {
        Injector host = Host.injector(new GlobalOptions());
        ConfigTree tree = ConfigTree.load(configuration)
                .with("data.split", Map.of("train", STRUCTURES, "validation", 50, "test", 0))
                .with("regressor.epochs", EPOCHS);
        PreparedTraining prepared = host.getInstance(Train.class).prepare(tree, Progress.silent());
        Map<Integer, Double> best = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int threads : THREADS) {
                best.merge(threads, epoch(host.getInstance(TrialRunner.class), prepared, threads), Math::min);
            }
        }
        return best;
    }

    private static double epoch(TrialRunner runner, PreparedTraining prepared, int threads) {
        TrainConfig config = prepared.config().config();
        List<Double> ends = new ArrayList<>();
        runner.run(new TrialRequest(
                config.descriptor(),
                config.regressor(),
                prepared.data(),
                config.seed(),
                threads,
                (epoch, seconds) -> ends.add(seconds),
                () -> false,
                false,
                Checkpoints.none()));
        List<Double> times = new ArrayList<>();
        for (int e = WARM_UP; e < EPOCHS; e++) {
            times.add(ends.get(e) - ends.get(e - 1));
        }
        times.sort(null);
        return times.get(times.size() / 2);
    }
}
