package io.github.gmp.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.SyntheticData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.TreeMap;

class NetworkStatesTest {
    private final NetworkConfigs configs = new NetworkConfigs();
    private ModelState state;

    @BeforeEach
    void train() {
        configs.batchNorm = true;
        configs.epochs = 2;
        configs.nodes = 4;
        TrainingSet set = new SyntheticData(1, 4, SyntheticData::smooth).structures(10, Element.H, Element.O);
        state = configs.hdnn()
                .fit(set, set, TrainingContext.silent(1))
                .regressor()
                .state();
    }

    @Test
    void namesEveryTensorWithItsShape() {
        assertThat(state.attributes())
                .containsEntry("type", "hdnn")
                .containsEntry("elements", "H O")
                .containsEntry("activation", "tanh")
                .containsEntry("layers", "3")
                .containsEntry("batch-norm", "true");
        Matrix weights = state.tensors().get("O.hidden-1.weights");
        assertThat(weights.rows()).isEqualTo(4);
        assertThat(weights.columns()).isEqualTo(4);
        assertThat(state.tensors())
                .containsKeys(
                        "element-bias",
                        "target",
                        "H.scaler.offsets",
                        "H.scaler.factors",
                        "H.hidden-2.biases",
                        "H.hidden-2.scales",
                        "H.hidden-2.shifts",
                        "H.hidden-2.means",
                        "H.hidden-2.variances",
                        "H.output.weights",
                        "H.output.bias");
    }

    @Test
    void writesAgainWhatItRead() {
        assertThat(configs.hdnn().restore(state).state()).isEqualTo(state);
    }

    @Test
    void refusesStatesThatAreNotWhole() {
        assertRefused(attribute("type", "snn"), "the stored regressor is of type 'snn', expected 'hdnn'");
        assertRefused(
                attribute("nodes", "-4"),
                "attribute 'nodes' of the stored regressor: got -4, expected an integer from 1 to 1000000");
        assertRefused(
                attribute("nodes", "999"),
                "tensor 'H.hidden-1.weights' of the stored regressor is 4 x 4, expected 4 x 999");
        assertRefused(
                attribute("activation", "relu"),
                "attribute 'activation' of the stored regressor: got relu, expected one of tanh, silu, softplus");
        assertRefused(
                attribute("batch-norm", "yes"),
                "attribute 'batch-norm' of the stored regressor: got yes, expected true or false");
        assertRefused(
                attribute("elements", "O H"),
                "attribute 'elements' of the stored regressor: got O H, expected different element symbols, ascending in atomic "
                        + "number");
        assertRefused(
                tensor("H.output.bias", Matrix.zeros(1, 2)),
                "tensor 'H.output.bias' of the stored regressor is 1 x 2, expected 1 x 1");
        assertRefused(
                tensor("target", Matrix.wrap(1, 2, new double[] {0, Double.NaN})),
                "tensor 'target' of the stored regressor contains NaN");
        assertRefused(
                tensor("H.hidden-1.variances", Matrix.wrap(1, 4, new double[] {1, -1, 1, 1})),
                "a stored running variance is negative: -1.0");
        Map<String, Matrix> fewer = new TreeMap<>(state.tensors());
        fewer.remove("O.scaler.factors");
        assertRefused(
                new ModelState(state.attributes(), fewer),
                "the stored regressor lacks the tensor 'O.scaler.factors' (there are H.hidden-1.biases, H.hidden-1.means, "
                        + "H.hidden-1.scales, H.hidden-1.shifts, H.hidden-1.variances, H.hidden-1.weights and 27 more)");
    }

    private ModelState attribute(String name, String value) {
        Map<String, String> attributes = new TreeMap<>(state.attributes());
        attributes.put(name, value);
        return new ModelState(attributes, state.tensors());
    }

    private ModelState tensor(String name, Matrix value) {
        Map<String, Matrix> tensors = new TreeMap<>(state.tensors());
        tensors.put(name, value);
        return new ModelState(state.attributes(), tensors);
    }

    private void assertRefused(ModelState bad, String message) {
        assertThatThrownBy(() -> configs.hdnn().restore(bad))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
    }
}
