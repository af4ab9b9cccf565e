package io.github.gmp.runtime.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.fixtures.SmallConfigurations;
import io.github.gmp.runtime.RuntimeTestHost;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

class FeaturizerTest {
    static final Descriptor GMP = RuntimeTestHost.get(ComponentRegistry.class)
            .create(Descriptor.KIND, RuntimeTestHost.spec("descriptor", SmallConfigurations.GMP));

    private static final List<LabeledStructure> FRAMES = MorseMolecules.frames(30, 5);

    @Test
    void rowsAreThoseOfTheStructuresInTheirOrder() {
        FeatureSet set = new Featurizer().featurize(GMP, FRAMES, 2, Progress.silent());
        assertThat(set.structures()).isEqualTo(30);
        assertThat(set.offsets()).startsWith(0, 4, 8).endsWith(120);
        assertThat(set.atomicNumbers()).startsWith(8, 6, 1, 1, 8);
        Matrix seventh = GMP.evaluate(FRAMES.get(7).structure()).features();
        for (int atom = 0; atom < 4; atom++) {
            assertThat(set.features().row(28 + atom)).containsExactly(seventh.row(atom));
        }
        assertThat(set.withEnergies(FRAMES).energies()[7])
                .isEqualTo(FRAMES.get(7).energy().getAsDouble());
    }

    @Test
    void doesNotDependOnTheNumberOfThreads() {
        FeatureSet one = new Featurizer().featurize(GMP, FRAMES, 1, Progress.silent());
        FeatureSet five = new Featurizer().featurize(GMP, FRAMES, 5, Progress.silent());
        assertThat(five.features()).isEqualTo(one.features());
    }

    @Test
    void givesUpBetweenTwoStructuresWhenNobodyWantsTheRest() {
        AtomicInteger evaluated = new AtomicInteger();
        Descriptor counting = new FlawedDescriptor(
                GMP,
                features -> {
                    evaluated.incrementAndGet();
                    return features;
                },
                1);
        Progress progress = Progress.silentUntil(() -> evaluated.get() >= 4);
        assertThatThrownBy(() -> new Featurizer().featurize(counting, FRAMES, 1, progress))
                .isInstanceOf(CancellationException.class)
                .hasMessage("cancelled");
        assertThat(evaluated).hasValue(4);
    }

    @Test
    void namesTheFirstFeatureThatIsNotFinite() {
        Descriptor flawed = new FlawedDescriptor(
                GMP,
                features -> {
                    double[] values = features.array().clone();
                    values[2 * features.columns() + 1] = Double.NaN;
                    return Matrix.wrap(features.rows(), features.columns(), values);
                },
                1);
        // Every structure is flawed; the message is about the first, with any number of threads.
        assertThatThrownBy(() -> new Featurizer().featurize(flawed, FRAMES, 4, Progress.silent()))
                .isInstanceOf(DataException.class)
                .hasMessage("morse.extxyz, frame 1: atom 3 (H): feature '"
                        + GMP.features().get(1) + "' is NaN; a finite number was expected");
    }

    @Test
    void refusesAMatrixOfTheWrongShape() {
        Descriptor flawed = new FlawedDescriptor(GMP, features -> Matrix.zeros(4, 3), 1);
        assertThatThrownBy(() -> new Featurizer().featurize(flawed, FRAMES, 1, Progress.silent()))
                .hasMessage("morse.extxyz, frame 1: the descriptor returned 4 x 3 features, but promised 4 x "
                        + GMP.features().size() + "; this is an error of its plugin");
    }

    @Test
    void gradientsOfAGoodDescriptorPass() {
        GradientCheck.Result result = check(GMP);
        assertThat(result.checked()).isEqualTo(25);
        assertThat(result.worst()).isBetween(0.0, 1e-7);
    }

    @Test
    void aGradientWrongByAFewMillionthsFails() {
        assertThat(check(new FlawedDescriptor(GMP, features -> features, 1 + 3e-5))
                        .worst())
                .isBetween(2.9e-5, 3.1e-5);
    }

    private static GradientCheck.Result check(Descriptor descriptor) {
        GradientCheck check = new GradientCheck(descriptor, 25, 3);
        FRAMES.forEach(check::offer);
        return check.run();
    }
}
