package io.github.gmp.experiments.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.potential.FeatureRanges;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import io.github.gmp.experiments.ExperimentsTestHost;
import io.github.gmp.experiments.trial.EpochListener;
import io.github.gmp.experiments.trial.FittedTrial;
import io.github.gmp.experiments.trial.TrialRequest;
import io.github.gmp.experiments.trial.TrialRunner;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.fixtures.SmallConfigurations;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.runtime.features.Featurizer;
import io.github.gmp.runtime.model.Metrics;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class SetEvaluatorTest {
    private static final List<LabeledStructure> FRAMES = MorseMolecules.frames(60, 5);
    private static final SplitDataset DATA = new SplitDataset(
            FRAMES.subList(0, 30), FRAMES.subList(30, 40), FRAMES.subList(40, 60), Map.of(), "", List.of());

    /** Energies from stored features are those from coordinates; after Ctrl-C there is nothing else. */
    @Test
    void withoutTimeForForcesTheEnergiesAreTheSame() {
        FittedTrial fitted = fit(SmallConfigurations.RIDGE);
        List<String> warnings = new ArrayList<>();
        EvaluateResult whole =
                evaluate(fitted, DATA.test(), true, false, warnings).report();
        EvaluateResult energies =
                evaluate(fitted, DATA.test(), true, true, warnings).report();
        Metrics all = whole.errors().all();
        assertThat(energies.errors().all().energyMae())
                .isCloseTo(all.energyMae(), within(1e-12))
                .isPositive();
        assertThat(energies.errors().all().forces()).isEmpty();
        assertThat(all.forces().orElseThrow().mae()).isPositive();
        assertThat(whole.errors().forcesByElement()).containsOnlyKeys(Element.H, Element.C, Element.O);
        assertThat(energies.atomsOutside()).isEqualTo(whole.atomsOutside());
        assertThat(energies.largestExcess())
                .isCloseTo(whole.largestExcess(), within(1e-9))
                .isPositive();
        assertThat(evaluate(fitted, DATA.test(), false, false, warnings)
                        .report()
                        .errors()
                        .all()
                        .forces())
                .isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void aCommitteeIsCalibratedWithAndWithoutForces() {
        FittedTrial fitted =
                fit(Map.of("type", "committee", "members", 3, "bootstrap", true, "member", SmallConfigurations.RIDGE));
        EvaluateResult report =
                evaluate(fitted, DATA.test(), true, false, new ArrayList<>()).report();
        assertThat(report.energySpread().orElseThrow().all().count()).isEqualTo(20);
        assertThat(report.forceSpread().orElseThrow().all().count()).isEqualTo(80);
        assertThat(evaluate(fitted, DATA.test(), true, true, new ArrayList<>())
                        .report()
                        .energySpread())
                .isEmpty();
    }

    /** A test set with elements that nothing is known of must not cost the training. */
    @Test
    void structuresWithUnknownElementsAreLeftOutAndSaid() {
        FittedTrial fitted = fit(SmallConfigurations.RIDGE);
        LabeledStructure sulfur = LabeledStructure.builder(
                        new AtomicStructure(
                                new Element[] {Element.S, Element.H}, new double[] {0, 0, 0, 1.34, 0, 0}, Cell.none()),
                        new Source("s.xyz", 1))
                .energy(-10)
                .build();
        List<LabeledStructure> mixed = new ArrayList<>(DATA.test().subList(0, 5));
        mixed.add(2, sulfur);
        for (boolean cancelled : new boolean[] {false, true}) {
            List<String> warnings = new ArrayList<>();
            EvaluateResult report =
                    evaluate(fitted, mixed, true, cancelled, warnings).report();
            assertThat(report.errors().all())
                    .isEqualTo(evaluate(fitted, DATA.test().subList(0, 5), true, cancelled, warnings)
                            .report()
                            .errors()
                            .all());
            assertThat(warnings)
                    .containsExactly(
                            "1 of 6 test structures were left out, because they have elements that the model does"
                                    + " not know: S");
        }
        assertThat(evaluator(fitted, true, false).evaluate(set(fitted, List.of(sulfur)), new ArrayList<>()))
                .isEmpty();
    }

    private static SetEvaluation evaluate(
            FittedTrial fitted,
            List<LabeledStructure> structures,
            boolean derivatives,
            boolean cancelled,
            List<String> warnings) {
        return evaluator(fitted, derivatives, cancelled)
                .evaluate(set(fitted, structures), warnings)
                .orElseThrow();
    }

    private static SetEvaluator evaluator(FittedTrial fitted, boolean derivatives, boolean cancelled) {
        return new SetEvaluator(
                fitted.potential(),
                FeatureRanges.of(fitted.features().train().features()),
                derivatives,
                2,
                () -> cancelled,
                Progress.silent());
    }

    private static EvaluatedSet set(FittedTrial fitted, List<LabeledStructure> structures) {
        return new EvaluatedSet(
                "test",
                false,
                structures,
                new Featurizer().featurize(fitted.features().descriptor(), structures, 1, Progress.silent()));
    }

    private static FittedTrial fit(Map<String, Object> regressor) {
        TrialRequest request = new TrialRequest(
                ExperimentsTestHost.spec("descriptor", SmallConfigurations.GMP),
                ExperimentsTestHost.spec("regressor", regressor),
                DATA,
                1,
                1,
                EpochListener.none(),
                () -> false,
                true,
                Checkpoints.none());
        TrialRunner runner = ExperimentsTestHost.get(TrialRunner.class);
        return runner.fit(
                request,
                runner.features(request, runner.descriptor(request), new Featurizer(), Progress.silent()),
                Progress.silent());
    }
}
