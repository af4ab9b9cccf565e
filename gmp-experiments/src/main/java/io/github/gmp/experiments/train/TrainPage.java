package io.github.gmp.experiments.train;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.potential.CommitteeRegressor;
import io.github.gmp.experiments.evaluate.ElementTable;
import io.github.gmp.experiments.evaluate.ErrorTable;
import io.github.gmp.experiments.evaluate.SetEvaluation;
import io.github.gmp.experiments.evaluate.SpreadCalibration;
import io.github.gmp.experiments.evaluate.SpreadTable;
import io.github.gmp.experiments.report.Chart;
import io.github.gmp.experiments.report.ChartException;
import io.github.gmp.experiments.report.ChartRenderer;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.report.ReportPage;
import io.github.gmp.experiments.report.Table;
import io.github.gmp.experiments.trial.TrialResult;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.features.MissingPromises;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page {@code report.html} of a training. */
final class TrainPage {
    private static final ChartRenderer RENDERER = new ChartRenderer(560, 380, true);
    /** Many points, and a plot that is nearly square. */
    private static final ChartRenderer SCATTER = new ChartRenderer(560, 540, true).withMarkers(4);

    private final TrainResult outcome;
    private final boolean stress;

    TrainPage(TrainResult outcome) {
        this.outcome = outcome;
        stress = outcome.sets().stream()
                .anyMatch(set -> set.report().errors().all().stress().isPresent());
    }

    String html() {
        TrainConfig config = outcome.prepared().config().config();
        ReportPage page = new ReportPage("Training: " + config.name(), lead(config));
        notices(page);
        errors(page);
        try {
            curves(page);
            parity(page);
            calibration(page);
        } catch (ChartException e) {
            page.notice(List.of("The plots are missing: " + e.getMessage()
                    + ". On Linux the packages fontconfig and fonts-dejavu-core are what it needs. All numbers are in"
                    + " the tables, in metrics.json and in train.jsonl."));
        }
        extrapolation(page);
        data(page);
        page.section("Cost").facts(cost());
        page.section("How to get this again").facts(facts());
        page.folded(
                "The configuration with all defaults filled in",
                ConfigTree.of(outcome.prepared().config().resolved(), Path.of(""))
                        .toYaml());
        return page.html();
    }

    private String lead(TrainConfig config) {
        TrialResult result = outcome.result();
        return Numbers.count(result.features()) + " features of '"
                + config.descriptor().type() + "' and the regressor '"
                + config.regressor().type() + "' with " + Numbers.count(result.parameters())
                + " parameters, trained on "
                + Numbers.count(outcome.prepared().data().train().size()) + " structures ("
                + outcome.prepared().report().trainedOn() + ").";
    }

    private void notices(ReportPage page) {
        List<String> notices = new ArrayList<>();
        if (outcome.stopped()) {
            notices.add("Stopped after " + outcome.curve().size()
                    + " epochs: these are the best weights so far. The errors are those of the energies; 'gmp evaluate' compares"
                    + " forces. The same command with --resume goes on.");
        }
        Descriptor descriptor = outcome.result().potential().descriptor();
        List<String> type =
                List.of(outcome.prepared().config().config().descriptor().type());
        notices.addAll(MissingPromises.texts(
                descriptor.properties().contains(DescriptorProperty.ROTATION_INVARIANT) ? List.of() : type,
                descriptor.properties().contains(DescriptorProperty.SMOOTH_AT_CUTOFF) ? List.of() : type));
        if (!notices.isEmpty()) {
            page.notice(notices);
        }
    }

    private void errors(ReportPage page) {
        ErrorTable table = new ErrorTable("set", stress);
        outcome.sets()
                .forEach(set -> table.add(set.name(), set.report().errors().all()));
        page.section("Errors")
                .table(
                        table.table(),
                        "Energies of structures, the same divided by the number of atoms, and components of forces. The"
                                + " training set was fitted to, the validation set chose the weights; only the test set"
                                + " is like new data.");
        ElementTable.of(outcome.sets())
                .ifPresent(elements -> page.table(elements, "Components of forces by element of the atom."));
        ErrorTable types = new ErrorTable("set, config_type", stress);
        outcome.sets()
                .forEach(set ->
                        types.addConfigTypes(set.name() + ", ", set.report().errors()));
        if (outcome.sets().stream()
                .anyMatch(set -> set.report().errors().byConfigType().size() > 1)) {
            page.table(types.table(), "By config_type of the structure.");
        }
    }

    private void curves(ReportPage page) {
        if (outcome.curve().isEmpty()) {
            return;
        }
        page.section("Learning curves");
        CurveCharts charts = new CurveCharts(outcome.curve());
        String members = outcome.result().potential().regressor() instanceof CommitteeRegressor
                ? " The members of a committee are trained one after the other."
                : "";
        page.figures(figures(
                charts.againstEpochs(),
                Map.of(
                        "Loss",
                        "As it is minimized, averaged over the epoch." + members,
                        "Energy",
                        "Training: averaged over the epoch, while weights change. A validation error that rises"
                                + " while that of the training falls means overfitting; one still falling at its end wants"
                                + " more epochs.",
                        "Forces",
                        "Components of forces on the validation set.",
                        "Learning rate",
                        "At the end of each epoch.")));
        Map<String, Chart> timed = charts.againstTime();
        if (!timed.isEmpty()) {
            page.paragraph("The same against the wall-clock time of training, over all sessions:");
            page.figures(figures(timed, Map.of()));
        }
    }

    private static List<ReportPage.Figure> figures(Map<String, Chart> charts, Map<String, String> captions) {
        List<ReportPage.Figure> figures = new ArrayList<>();
        charts.forEach((heading, chart) ->
                figures.add(new ReportPage.Figure(heading, RENDERER.svg(chart), captions.getOrDefault(heading, ""))));
        return figures;
    }

    private void parity(ReportPage page) {
        ParityCharts charts =
                new ParityCharts(outcome.sets(), outcome.prepared().data());
        page.section("Predictions against labels");
        List<ReportPage.Figure> figures = new ArrayList<>();
        figures.add(new ReportPage.Figure("Energies", SCATTER.svg(charts.energies()), charts.drawnEnergies()));
        charts.energyErrors()
                .ifPresent(chart -> figures.add(
                        new ReportPage.Figure("Errors of energies", SCATTER.svg(chart), charts.drawnEnergies())));
        charts.forces()
                .ifPresent(chart ->
                        figures.add(new ReportPage.Figure("Forces", SCATTER.svg(chart), charts.drawnForces())));
        charts.stresses()
                .ifPresent(chart ->
                        figures.add(new ReportPage.Figure("Stress", SCATTER.svg(chart), charts.drawnStresses())));
        page.figures(figures);
    }

    private void calibration(ReportPage page) {
        SetEvaluation judged = outcome.judged();
        Optional<SpreadCalibration> energies = judged.report().energySpread();
        Optional<SpreadCalibration> forces = judged.report().forceSpread();
        if (energies.isEmpty() && forces.isEmpty()) {
            return;
        }
        page.section("Calibration of the committee")
                .paragraph("The spread of the members' predictions against the errors of their mean, on the "
                        + judged.name()
                        + " set: root mean squares in bins of the spread, each from one power of two to the next. Points above"
                        + " the line: the committee is too sure of itself. Multiply spreads by error/spread of all to"
                        + " correct them.");
        List<ReportPage.Figure> figures = new ArrayList<>();
        energies.filter(CalibrationChart::isDrawable)
                .ifPresent(spread -> figures.add(
                        calibrationFigure("Energies", CalibrationChart.of("energies", "meV", spread), spread)));
        forces.filter(CalibrationChart::isDrawable)
                .ifPresent(spread -> figures.add(
                        calibrationFigure("Forces on atoms", CalibrationChart.of("forces", "meV/Å", spread), spread)));
        page.figures(figures);
        energies.ifPresent(spread -> page.table(SpreadTable.ofEnergies(spread), SpreadTable.words(spread)));
        forces.ifPresent(spread -> page.table(SpreadTable.ofForces(spread), SpreadTable.words(spread)));
    }

    private static ReportPage.Figure calibrationFigure(String heading, Chart chart, SpreadCalibration spread) {
        String ratio = spread.all().ratio().isPresent()
                ? "Error over spread of all: "
                        + Numbers.significant(spread.all().ratio().getAsDouble()) + "; "
                : "";
        return new ReportPage.Figure(heading, RENDERER.svg(chart), ratio + SpreadTable.words(spread) + ".");
    }

    private void extrapolation(ReportPage page) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (SetEvaluation set : outcome.sets().subList(1, outcome.sets().size())) {
            rows.add(List.of(
                    Table.Cell.of(set.name()),
                    Table.Cell.of(Numbers.count(set.report().atoms())),
                    Table.Cell.of(Numbers.count(set.report().atomsOutside())),
                    Table.Cell.of(Numbers.significant(
                            100.0 * set.report().atomsOutside() / set.report().atoms())),
                    Table.Cell.of(Numbers.significant(set.report().largestExcess()))));
        }
        page.section("Extrapolation")
                .table(
                        new Table(
                                List.of(
                                        new Table.Column("", "set", false),
                                        new Table.Column("", "atoms", true),
                                        new Table.Column("outside", "atoms", true),
                                        new Table.Column("outside", "%", true),
                                        new Table.Column("outside", "by up to", true)),
                                rows),
                        "Atoms with a feature beyond its range in the training set by more than a tenth of that range; the"
                                + " largest distance in widths of the range.");
    }

    private void data(ReportPage page) {
        DataReport report = outcome.prepared().report();
        page.section("Data")
                .facts(report.facts())
                .table(
                        report.setTable(),
                        "The three sets; a stress counts where the cell is periodic along three axes.");
        List<String> remarks = new ArrayList<>(report.warnings());
        remarks.addAll(outcome.warnings());
        remarks.addAll(outcome.result().notes());
        page.section("Notes and warnings");
        if (remarks.isEmpty()) {
            page.paragraph("None.");
        } else {
            page.list(remarks);
        }
    }

    private Map<String, String> cost() {
        TrialResult result = outcome.result();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("training", Numbers.duration(result.times().trainSeconds()) + " in this session");
        facts.put(
                "energy of a structure",
                Numbers.significant(1e3 * result.times().predictSecondsPerStructure())
                        + " ms on one thread, features included");
        facts.put("operations per atom", Numbers.count(Math.round(result.operationsPerAtom())));
        return facts;
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>(outcome.provenance().facts());
        facts.put(
                "reproducible",
                "the model is the same bit for bit on the same machine and Java for any number of threads; times are not");
        return facts;
    }
}
