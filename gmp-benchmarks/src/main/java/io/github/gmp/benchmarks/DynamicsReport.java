package io.github.gmp.benchmarks;

import com.google.inject.Injector;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.cli.GlobalOptions;
import io.github.gmp.cli.Host;
import io.github.gmp.runtime.dataset.FrameReader;
import io.github.gmp.runtime.dataset.FrameStream;
import io.github.gmp.runtime.model.ModelFile;
import io.github.gmp.runtime.parallel.IndexedTasks;
import io.github.gmp.testkit.dynamics.AtomicMasses;
import io.github.gmp.testkit.dynamics.EnergyConservation;
import io.github.gmp.testkit.dynamics.MaxwellVelocities;
import io.github.gmp.testkit.dynamics.VelocityVerlet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Runs trained models at constant energy, always in the same way, and writes a section of {@code docs/benchmarks.md}:
 * {@code DynamicsReport OUTPUT.md (TITLE MODEL.gmp STRUCTURES)…}. Started by {@code gmp-benchmarks/dynamics}.
 */
public final class DynamicsReport {
    /** Heading of the section; {@link BenchmarkReport} keeps it. */
    static final String HEADING = "## Energy in dynamics";

    private static final double PICOSECONDS = 20;
    private static final double TEMPERATURE = 300;
    private static final List<Double> STEPS = List.of(0.5, 0.25);
    private static final double FS_PER_SAMPLE = 5;
    private static final double FS_PER_PS = 1000;
    private static final double MEV = 1000;
    private static final double US_PER_NS = 1e-3;

    private DynamicsReport() {}

    /**
     * @param arguments the page to write, then title, model file and file of structures of each run
     * @throws IOException if the page cannot be read or written
     * @throws IllegalArgumentException if there are no such arguments
     * @throws DataException if a model or a file of structures cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 4 || arguments.length % 3 != 1) {
            throw new IllegalArgumentException("expected OUTPUT.md (TITLE MODEL.gmp STRUCTURES)…");
        }
        Path page = Path.of(arguments[0]);
        List<String> lines = new ArrayList<>();
        lines.add(HEADING);
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Written by `gmp-benchmarks/dynamics`, which trains the models. %.0f ps at constant energy by velocity Verlet, one thread, from"
                        + " the first frame of the data with velocities of %.0f K (seed 1), every %.0f fs looked at. Drift: slope of"
                        + " the least-squares line through total energy per atom against time, times %.0f ps; excursion:"
                        + " largest |E(t) − E(0)| per atom; fluctuation: root of the mean squared distance from the line. Less"
                        + " than 1 meV/atom of drift was asked for. Two steps follow different trajectories after a picosecond or two; that"
                        + " the error falls with the square of the step is tested on short runs (`DynamicsTest`). Times: processor time.",
                PICOSECONDS,
                TEMPERATURE,
                FS_PER_SAMPLE,
                PICOSECONDS));
        lines.add("");
        lines.add(
                "| model | step, fs | drift, meV/atom | excursion, meV/atom | fluctuation, meV/atom | mean temperature, K | µs per"
                        + " atom and step |");
        lines.add("|---|---|---|---|---|---|---|");
        Injector host = Host.injector(new GlobalOptions());
        for (int i = 1; i < arguments.length; i += 3) {
            Potential potential = host.getInstance(ModelFile.class)
                    .load(Path.of(arguments[i + 1]))
                    .potential();
            AtomicStructure start = first(host, Path.of(arguments[i + 2]));
            for (double step : STEPS) {
                lines.add(row(arguments[i], potential, start, step));
            }
        }
        Files.writeString(page, PageSection.put(Files.exists(page) ? Files.readString(page) : "", HEADING, lines));
    }

    private static AtomicStructure first(Injector host, Path structures) {
        try (FrameReader reader = host.getInstance(FrameStream.class).open(List.of(structures))) {
            return reader.next()
                    .orElseThrow(() -> new DataException(structures + ": no structures"))
                    .structure();
        }
    }

    private static String row(String title, Potential potential, AtomicStructure start, double step) {
        double[] masses = AtomicMasses.of(start);
        double[] velocities = MaxwellVelocities.draw(masses, TEMPERATURE, new SplittableRandom(1));
        VelocityVerlet dynamics = new VelocityVerlet(potential, start, masses, velocities, step);
        int samples = (int) Math.round(PICOSECONDS * FS_PER_PS / FS_PER_SAMPLE);
        int stepsPerSample = (int) Math.round(FS_PER_SAMPLE / step);
        long begin = IndexedTasks.currentThreadCpuNanos();
        EnergyConservation energy = EnergyConservation.watch(dynamics, samples, stepsPerSample);
        double nanos = IndexedTasks.currentThreadCpuNanos() - begin;
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.4f | %.3f | %.4f | %.0f | %.1f |",
                title,
                step,
                MEV * energy.drift(),
                MEV * energy.largestExcursion(),
                MEV * energy.fluctuation(),
                energy.meanTemperature(),
                US_PER_NS * nanos / (1.0 * samples * stepsPerSample * start.size()));
    }
}
