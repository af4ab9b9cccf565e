package io.github.gmp.bp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.CutoffFunctions;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.bp.cutoff.PolynomialCutoffConfig;
import io.github.gmp.bp.cutoff.RadiusConfig;
import org.junit.jupiter.api.Test;

import java.lang.reflect.RecordComponent;
import java.util.ServiceLoader;

/** The front door: what the host finds without knowing this module. */
class BpPluginTest {
    private static Plugin plugin() {
        return ServiceLoader.load(Plugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(p -> p.name().equals("gmp-bp-baseline"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theServiceLoaderFindsThePluginWithItsComponents() {
        assertThat(plugin().spiVersion()).isEqualTo(Plugin.SPI_VERSION);
        assertThat(plugin().factories())
                .extracting(f -> f.kind().name() + " " + f.name())
                .containsExactly(
                        "descriptor behler-parrinello", "cutoff cosine", "cutoff tanh-cubed", "cutoff polynomial");
    }

    @Test
    void everyKeyOfEveryConfigurationIsDocumented() {
        assertThat(plugin().factories()).allSatisfy(factory -> {
            assertThat(factory.description()).contains("doi:");
            for (RecordComponent component : factory.configType().getRecordComponents()) {
                Param param = component.getAnnotation(Param.class);
                assertThat(param).describedAs(component.toString()).isNotNull();
                assertThat(param.doc()).endsWith(".");
            }
        });
    }

    @Test
    void cutoffFactoriesMakeTheFunctionsOfTheirNames() {
        assertSame(cutoff("cosine", new RadiusConfig(5)), CutoffFunctions.cosine(5));
        assertSame(cutoff("tanh-cubed", new RadiusConfig(5)), CutoffFunctions.tanhCubed(5));
        assertSame(cutoff("polynomial", new PolynomialCutoffConfig(5, 3)), CutoffFunctions.polynomial(5, 3));
    }

    private static CutoffFunction cutoff(String name, Record config) {
        ComponentFactory<?, ?> factory = plugin().factories().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return create(factory, config);
    }

    private static <C extends Record> CutoffFunction create(ComponentFactory<C, ?> factory, Record config) {
        ComponentContext context = Setups.contextWith(CutoffFunctions.hard(1));
        return CutoffFunction.KIND
                .type()
                .cast(factory.create(factory.configType().cast(config), context));
    }

    private static void assertSame(CutoffFunction actual, CutoffFunction expected) {
        assertThat(actual.radius()).isEqualTo(expected.radius());
        assertThat(actual.continuousDerivatives()).isEqualTo(expected.continuousDerivatives());
        assertThat(actual.value(2)).isEqualTo(expected.value(2)).isBetween(0.01, 0.99);
        assertThat(actual.derivative(2)).isEqualTo(expected.derivative(2)).isNegative();
    }
}
