package io.github.gmp.experiments.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.model.TrainingGeometry;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import io.github.gmp.experiments.ExperimentsTestHost;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.fixtures.SmallConfigurations;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import org.junit.jupiter.api.Test;

import java.util.List;

class GeometryMemoryTest {
    private static final Descriptor DESCRIPTOR = ExperimentsTestHost.get(ComponentRegistry.class)
            .create(Descriptor.KIND, ExperimentsTestHost.spec("descriptor", SmallConfigurations.GMP));
    private static final List<LabeledStructure> FRAMES = MorseMolecules.frames(10, 6);

    @Test
    void keepsWhatFitsAndComputesTheRestWithTheSameResult() {
        TrainingGeometry all = GeometryMemory.of(1 << 20).geometry(DESCRIPTOR, FRAMES);
        TrainingGeometry none = GeometryMemory.of(0).geometry(DESCRIPTOR, FRAMES);
        for (int s = 0; s < FRAMES.size(); s++) {
            DescriptorEvaluation first = all.evaluation(s);
            DescriptorEvaluation kept = all.evaluation(s);
            // What is looked at once is not kept.
            assertThat(kept).isNotSameAs(first);
            DescriptorEvaluation computed = none.evaluation(s);
            assertThat(all.evaluation(s)).isSameAs(kept);
            assertThat(none.evaluation(s)).isNotSameAs(computed);
            assertThat(computed.features()).isEqualTo(kept.features());
            assertThat(computed.pullback(kept.features()).positions())
                    .containsExactly(kept.pullback(kept.features()).positions());
            assertThat(all.forces(s).orElseThrow())
                    .containsExactly(FRAMES.get(s).forces().orElseThrow());
        }
    }

    /** One memory for training and validation sets. */
    @Test
    void theSecondSetGetsWhatTheFirstLeft() {
        GeometryMemory memory = GeometryMemory.of(1 << 12);
        TrainingGeometry first = memory.geometry(DESCRIPTOR, FRAMES);
        TrainingGeometry second = memory.geometry(DESCRIPTOR, FRAMES);
        first.evaluation(0);
        assertThat(first.evaluation(0)).isSameAs(first.evaluation(0));
        first.evaluation(9);
        assertThat(first.evaluation(9)).isNotSameAs(first.evaluation(9));
        second.evaluation(9);
        assertThat(second.evaluation(9)).isNotSameAs(second.evaluation(9));
    }

    @Test
    void aStressBecomesAStrainDerivative() {
        double[] stress = {1, 2, 3, 2, 5, 6, 3, 6, 9};
        AtomicStructure molecule = new AtomicStructure(new Element[] {Element.H}, new double[3], Cell.none());
        AtomicStructure crystal = new AtomicStructure(
                new Element[] {Element.H},
                new double[3],
                Cell.of(new double[] {2, 0, 0, 0, 2, 0, 0, 0, 2}, true, true, true));
        TrainingGeometry geometry = GeometryMemory.of(0)
                .geometry(
                        DESCRIPTOR,
                        List.of(
                                LabeledStructure.builder(molecule, new Source("a", 1))
                                        .stress(stress)
                                        .build(),
                                LabeledStructure.builder(crystal, new Source("a", 2))
                                        .stress(stress)
                                        .build()));
        assertThat(geometry.strainGradient(0)).isEmpty();
        assertThat(geometry.strainGradient(1).orElseThrow()).containsExactly(8, 16, 24, 16, 40, 48, 24, 48, 72);
    }
}
