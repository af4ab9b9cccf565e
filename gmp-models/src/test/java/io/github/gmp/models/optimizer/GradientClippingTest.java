package io.github.gmp.models.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GradientClippingTest {
    @Test
    void scalesLargeGradientsDownAndLeavesSmallOnes() {
        double[] gradient = {3, -4};
        GradientClipping.clip(gradient, 5);
        assertThat(gradient).containsExactly(3, -4);
        GradientClipping.clip(gradient, 1);
        assertThat(gradient).containsExactly(new double[] {0.6, -0.8}, within(1e-15));
    }
}
