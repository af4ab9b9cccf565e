package io.github.gmp.experiments.train;

import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.evaluate.ParitySample;
import io.github.gmp.experiments.evaluate.ReservoirSample;
import io.github.gmp.experiments.evaluate.SetEvaluation;
import io.github.gmp.experiments.report.Chart;
import io.github.gmp.experiments.report.ChartColor;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.runtime.dataset.SplitDataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Predictions against labels, a color for each set, with the line where they are equal. */
final class ParityCharts {
    private static final String EQUAL = "equal";
    private static final double MILLI = 1e3;

    private final List<SetEvaluation> sets;
    private final boolean oneComposition;
    private final double meanEnergy;

    /**
     * @param sets what was predicted
     * @param data the structures
     */
    ParityCharts(List<SetEvaluation> sets, SplitDataset data) {
        this.sets = List.copyOf(sets);
        oneComposition = Stream.of(data.train(), data.validation(), data.test())
                        .flatMap(List::stream)
                        .map(ParityCharts::composition)
                        .distinct()
                        .limit(2)
                        .count()
                == 1;
        meanEnergy = data.train().stream()
                .mapToDouble(frame -> frame.energy().orElseThrow())
                .average()
                .orElseThrow();
    }

    private static List<Integer> composition(LabeledStructure frame) {
        return Arrays.stream(frame.structure().atomicNumbers()).sorted().boxed().toList();
    }

    /** {@return the energies of structures, or per atom where compositions differ} */
    Chart energies() {
        String unit = oneComposition ? "energy (relative to the mean), eV" : "energy per atom, eV";
        return chart(
                "Predicted against reference energies",
                unit,
                ParitySample::energies,
                pair -> oneComposition
                        ? point(pair.reference() - meanEnergy, pair.predicted() - meanEnergy)
                        : point(pair.reference() / pair.atoms(), pair.predicted() / pair.atoms()));
    }

    /** {@return the errors of energies per atom where compositions differ: the energies themselves span so much that errors are not seen} */
    Optional<Chart> energyErrors() {
        if (oneComposition) {
            return Optional.empty();
        }
        List<Chart.Series> series = series(
                ParitySample::energies,
                pair -> point(
                        pair.reference() / pair.atoms(), MILLI * (pair.predicted() - pair.reference()) / pair.atoms()));
        double[] along = series.stream()
                .flatMap(one -> one.points().stream())
                .mapToDouble(Chart.Point::x)
                .sorted()
                .toArray();
        series.add(line(point(along[0], 0), point(along[along.length - 1], 0)));
        return Optional.of(new Chart(
                "Errors of energies against reference energies",
                new Chart.Axis("reference energy per atom, eV", false),
                new Chart.Axis("predicted − reference, meV/atom", false),
                series));
    }

    /** {@return the components of forces, if any were predicted} */
    Optional<Chart> forces() {
        return some(ParitySample::forces)
                ? Optional.of(chart(
                        "Predicted against reference forces",
                        "component of a force, eV/Å",
                        ParitySample::forces,
                        pair -> point(pair.reference(), pair.predicted())))
                : Optional.empty();
    }

    /** {@return the components of stresses, if any were predicted} */
    Optional<Chart> stresses() {
        return some(ParitySample::stresses)
                ? Optional.of(chart(
                        "Predicted against reference stresses",
                        "component of a stress, eV/Å³",
                        ParitySample::stresses,
                        pair -> point(pair.reference(), pair.predicted())))
                : Optional.empty();
    }

    /** {@return per set, how many of the energies are drawn, where not all are} */
    String drawnEnergies() {
        return drawn(ParitySample::energies);
    }

    /** {@return per set, how many of the components of forces are drawn, where not all are} */
    String drawnForces() {
        return drawn(ParitySample::forces);
    }

    /** {@return per set, how many of the components of stresses are drawn, where not all are} */
    String drawnStresses() {
        return drawn(ParitySample::stresses);
    }

    private String drawn(Function<ParitySample, ReservoirSample<?>> which) {
        List<String> parts = new ArrayList<>();
        for (SetEvaluation set : sets) {
            ReservoirSample<?> sample = which.apply(set.parity());
            if (sample.items().size() < sample.seen()) {
                parts.add(Numbers.count(sample.items().size()) + " of " + Numbers.count(sample.seen()) + " "
                        + set.name());
            }
        }
        return parts.isEmpty()
                ? "All are drawn."
                : "Drawn, at random with a fixed seed: " + String.join(", ", parts) + ".";
    }

    private boolean some(Function<ParitySample, ReservoirSample<?>> which) {
        return sets.stream().anyMatch(set -> which.apply(set.parity()).seen() > 0);
    }

    private <T> Chart chart(
            String description,
            String unit,
            Function<ParitySample, ReservoirSample<T>> which,
            Function<T, Chart.Point> toPoint) {
        List<Chart.Series> series = series(which, toPoint);
        series.add(diagonal(series));
        return new Chart(
                description,
                new Chart.Axis("reference " + unit, false),
                new Chart.Axis("predicted " + unit, false),
                series);
    }

    private <T> List<Chart.Series> series(
            Function<ParitySample, ReservoirSample<T>> which, Function<T, Chart.Point> toPoint) {
        List<Chart.Series> series = new ArrayList<>();
        for (int s = 0; s < sets.size(); s++) {
            List<Chart.Point> points = which.apply(sets.get(s).parity()).items().stream()
                    .map(toPoint)
                    .toList();
            Chart.Marker marker = Chart.Marker.of(s);
            series.add(new Chart.Series(
                    sets.get(s).name(), points, new Chart.Style(ChartColor.series(s), marker, Chart.Line.NONE)));
        }
        return series;
    }

    /** Over all values, so that both axes are the same. */
    private static Chart.Series diagonal(List<Chart.Series> series) {
        double[] values = series.stream()
                .flatMap(one -> one.points().stream())
                .flatMapToDouble(point -> Arrays.stream(new double[] {point.x(), point.y()}))
                .sorted()
                .toArray();
        return line(point(values[0], values[0]), point(values[values.length - 1], values[values.length - 1]));
    }

    private static Chart.Series line(Chart.Point from, Chart.Point to) {
        return new Chart.Series(
                EQUAL, List.of(from, to), new Chart.Style(ChartColor.INK, Chart.Marker.NONE, Chart.Line.DASHED));
    }

    private static Chart.Point point(double x, double y) {
        return new Chart.Point(x, y, 0);
    }
}
