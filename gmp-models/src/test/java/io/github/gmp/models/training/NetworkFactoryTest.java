package io.github.gmp.models.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.toolkit.scaling.BiasKind;
import org.junit.jupiter.api.Test;

import java.util.Map;

class NetworkFactoryTest {
    @Test
    void givenBiasesMustBeGiven() {
        NetworkConfigs configs = new NetworkConfigs();
        configs.bias = BiasKind.GIVEN;
        assertThatThrownBy(configs::snn)
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "biases: got nothing, expected an energy in eV for every element, e.g. {H: -13.6}, because bias is "
                                + "given");
    }

    @Test
    void biasesThatNobodyUsesAreRefused() {
        NetworkConfigs configs = new NetworkConfigs();
        configs.biases = Map.of("H", -13.6);
        assertThatThrownBy(configs::hdnn)
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "biases: got energies, expected none, because bias is neither given nor isolated and would not use "
                                + "them");
    }

    @Test
    void biasesOfUnknownElementsAreRefused() {
        NetworkConfigs configs = new NetworkConfigs();
        configs.bias = BiasKind.GIVEN;
        configs.biases = Map.of("CL", -460.0);
        assertThatThrownBy(configs::snn)
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "biases: got 'CL', expected element symbols as keys: unknown element 'CL'; did you mean 'Cl'?");
    }

    @Test
    void warmUpMustLeaveTimeToTrain() {
        NetworkConfigs configs = new NetworkConfigs();
        configs.epochs = 20;
        configs.warmupEpochs = 20;
        assertThatThrownBy(configs::snn)
                .isInstanceOf(ConfigException.class)
                .hasMessage("warmupEpochs: got 20, expected fewer than the 20 epochs");
    }
}
