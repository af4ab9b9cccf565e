package io.github.gmp.runtime.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import org.junit.jupiter.api.Test;

import java.util.Arrays;

class FeaturizeEstimateTest {
    @Test
    void countsEverythingAndTimesASample() {
        FeaturizeEstimate estimate = new FeaturizeEstimate(FeaturizerTest.GMP);
        for (int frame = 0; frame < 3; frame++) {
            estimate.add(chain(4));
        }

        FeaturizeEstimate.Result result = estimate.result(2, 1000);

        int features = FeaturizerTest.GMP.features().size();
        assertThat(result.frames()).isEqualTo(3);
        assertThat(result.atoms()).isEqualTo(12);
        assertThat(result.features()).isEqualTo(features);
        assertThat(result.bytes()).isEqualTo(12L * (8 * features + 8));
        assertThat(result.sampleAtoms()).isEqualTo(12);
        assertThat(result.neighbors()).isEqualTo(3);
        assertThat(result.microsecondsPerAtom()).isPositive();
        assertThat(result.readSeconds()).isEqualTo(1000);
        assertThat(result.seconds()).isGreaterThanOrEqualTo(1000);
    }

    /** All four atoms see each other. */
    private static LabeledStructure chain(int atoms) {
        Element[] elements = new Element[atoms];
        Arrays.fill(elements, Element.H);
        double[] positions = new double[3 * atoms];
        for (int i = 0; i < atoms; i++) {
            positions[3 * i] = 0.5 * i;
        }
        return LabeledStructure.builder(new AtomicStructure(elements, positions, Cell.none()), new Source("chain", 1))
                .build();
    }
}
