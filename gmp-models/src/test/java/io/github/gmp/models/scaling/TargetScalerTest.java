package io.github.gmp.models.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.SyntheticData;
import io.github.gmp.toolkit.scaling.TargetScaler;
import org.junit.jupiter.api.Test;

import java.util.List;

class TargetScalerTest {
    private static final Element[] PAIR = {Element.H, Element.H};
    private static final Element[] SINGLE = {Element.H};

    private static TrainingSet set(List<Element[]> compositions) {
        return new SyntheticData(1, 1, (element, features, start) -> 0).structures(compositions);
    }

    @Test
    void equalSizesAreStandardizedAsUsual() {
        TrainingSet set = set(List.of(PAIR, PAIR, PAIR, PAIR));
        double[] residuals = {1, 3, 5, 7};

        TargetScaler scaler = TargetScaler.fit(residuals, set);

        assertThat(2 * scaler.shift()).as("mean").isCloseTo(4, within(1e-15));
        assertThat(scaler.scale()).isCloseTo(SyntheticData.standardDeviation(residuals), within(1e-15));
        assertThat(scaler.targets(residuals, set)[0]).isCloseTo(-3 / scaler.scale(), within(1e-15));
    }

    @Test
    void theShiftIsPerAtom() {
        TrainingSet set = set(List.of(SINGLE, PAIR));

        TargetScaler scaler = TargetScaler.fit(new double[] {1.5, 3}, set);

        assertThat(scaler.shift()).isCloseTo(1.5, within(1e-15));
        assertThat(scaler.targets(new double[] {2.5, 5}, set)[1] * scaler.scale())
                .isCloseTo(2, within(1e-15));
    }

    @Test
    void nothingToLearnHasScaleOne() {
        assertThat(TargetScaler.fit(new double[] {2, 4}, set(List.of(SINGLE, PAIR)))
                        .scale())
                .isEqualTo(1);
    }
}
