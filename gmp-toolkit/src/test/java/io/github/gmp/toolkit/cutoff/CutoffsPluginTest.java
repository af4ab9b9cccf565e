package io.github.gmp.toolkit.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;
import org.junit.jupiter.api.Test;

/** The functions that go by the names of the components. */
class CutoffsPluginTest {
    private static final ComponentContext NO_CONTEXT = new ComponentContext() {
        @Override
        public <T> T create(ComponentKind<T> kind, ComponentSpec spec) {
            throw new UnsupportedOperationException();
        }
    };

    private static CutoffFunction cutoff(String name, Record config) {
        ComponentFactory<?, ?> factory = new CutoffsPlugin()
                .factories().stream()
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return create(factory, config);
    }

    private static <C extends Record> CutoffFunction create(ComponentFactory<C, ?> factory, Record config) {
        return CutoffFunction.KIND
                .type()
                .cast(factory.create(factory.configType().cast(config), NO_CONTEXT));
    }

    @Test
    void allAreOffered() {
        assertThat(new CutoffsPlugin().factories())
                .extracting(factory -> factory.kind().name() + " " + factory.name())
                .containsExactly(
                        "cutoff hard", "cutoff smooth", "cutoff cosine", "cutoff tanh-cubed", "cutoff polynomial");
    }

    @Test
    void cutoffsAreTheShapesTheySay() {
        CutoffFunction hard = cutoff("hard", new RadiusConfig(5));
        assertThat(hard.value(4.999)).isEqualTo(1);
        assertThat(hard.value(5)).isZero();

        CutoffFunction smooth = cutoff("smooth", new RadiusConfig(5));
        double u = 0.3;
        assertThat(smooth.value(5 * u)).isCloseTo(Math.pow(1 - u, 3) * (1 + 3 * u + 6 * u * u), within(1e-15));
        assertThat(smooth.continuousDerivatives()).isEqualTo(2);
    }

    @Test
    void cutoffFactoriesMakeTheFunctionsOfTheirNames() {
        assertSame(cutoff("cosine", new RadiusConfig(5)), CutoffFunctions.cosine(5));
        assertSame(cutoff("tanh-cubed", new RadiusConfig(5)), CutoffFunctions.tanhCubed(5));
        assertSame(cutoff("polynomial", new PolynomialCutoffConfig(5, 3)), CutoffFunctions.polynomial(5, 3));
        assertSame(cutoff("smooth", new RadiusConfig(5)), cutoff("polynomial", new PolynomialCutoffConfig(5, 2)));
    }

    private static void assertSame(CutoffFunction actual, CutoffFunction expected) {
        assertThat(actual.radius()).isEqualTo(expected.radius());
        assertThat(actual.continuousDerivatives()).isEqualTo(expected.continuousDerivatives());
        assertThat(actual.value(2)).isEqualTo(expected.value(2)).isBetween(0.01, 0.99);
        assertThat(actual.derivative(2)).isEqualTo(expected.derivative(2)).isNegative();
    }
}
