package io.github.gmp.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.GmpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkShapeTest {
    /** Numbers of trainable parameters printed in the paper (arXiv:2102.02390), with the number of features they imply. */
    @ParameterizedTest(name = "GMP({0},{1}) + SNN({2},{3}) has {5} parameters")
    @CsvSource({
        "1, 8, 15, 5, 16, 1111",
        "2, 8, 25, 5, 32, 3001",
        "2, 13, 60, 5, 52, 14701",
        "2, 36, 100, 5, 144, 45701",
        "2, 10, 50, 5, 40, 10151",
        "4, 19, 350, 5, 209, 445201"
    })
    void countsParametersAsThePaperDoes(int order, int sigmas, int nodes, int layers, int features, int expected) {
        int[] groupsUpToOrder = {1, 2, 4, 7, 11};
        assertThat(groupsUpToOrder[order] * sigmas).isEqualTo(features);

        NetworkShape shape = new NetworkShape(features, nodes, layers - 1, Activation.TANH, true);

        assertThat(shape.parameterCount()).isEqualTo(expected);
    }

    @Test
    void blocksFollowOneAnotherWithoutGapOrOverlap() {
        NetworkShape shape = new NetworkShape(7, 5, 2, Activation.SILU, true);

        assertThat(shape.weights(0)).isZero();
        assertThat(shape.biases(0)).isEqualTo(35);
        assertThat(shape.scales(0)).isEqualTo(40);
        assertThat(shape.shifts(0)).isEqualTo(45);
        assertThat(shape.weights(1)).isEqualTo(50);
        assertThat(shape.biases(1)).isEqualTo(75);
        assertThat(shape.weights(2)).isEqualTo(90);
        assertThat(shape.biases(2)).isEqualTo(95);
        assertThat(shape.parameterCount()).isEqualTo(96);
        assertThat(shape.statisticsCount()).isEqualTo(20);
        assertThat(shape.folded().parameterCount()).isEqualTo(96 - 20);
    }

    @Test
    void oneLayerIsLinear() {
        assertThat(new NetworkShape(7, 5, 0, Activation.TANH, true).parameterCount())
                .isEqualTo(8);
    }

    @Test
    void operationsFollowTheDocumentedFormula() {
        // 2·3 scaling + 2·(3·4 + 4·4 + 4) weights + (4 + 4 + 1) biases + 45·8 activations
        assertThat(new NetworkShape(3, 4, 2, Activation.TANH, true).operations())
                .isEqualTo(6 + 64 + 9 + 360);
    }

    @Test
    void refusesImpossibleShapes() {
        assertThatThrownBy(() -> new NetworkShape(0, 4, 2, Activation.TANH, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a network of 0 inputs and 2 hidden layers of 4 nodes");
    }

    @Test
    void refusesWhatFitsNoMemory() {
        assertThatThrownBy(() -> new NetworkShape(100, 1_000_000, 1_000_000, Activation.TANH, false))
                .isInstanceOf(GmpException.class)
                .hasMessage(
                        "a network of 100 inputs and 1000000 hidden layers of 1000000 nodes is too large: 1.0e+18 weights, "
                                + "at most 100 million are allowed");
    }
}
