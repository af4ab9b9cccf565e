package io.github.gmp.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.probes.cutoff.RadiusConfig;
import org.junit.jupiter.api.Test;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

class ProbesPluginTest {
    private static final ComponentContext NO_CONTEXT = new ComponentContext() {
        @Override
        public <T> T create(ComponentKind<T> kind, ComponentSpec spec) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path resolve(String file) {
            throw new UnsupportedOperationException();
        }
    };

    private static List<ComponentFactory<?, ?>> factories() {
        return ServiceLoader.load(Plugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(plugin -> plugin.name().equals("gmp-probes"))
                .<ComponentFactory<?, ?>>flatMap(plugin -> plugin.factories().stream())
                .toList();
    }

    @Test
    void theServiceLoaderFindsAllComponents() {
        assertThat(factories().stream().map(f -> f.kind().name() + " " + f.name()))
                .containsExactlyInAnyOrder(
                        "descriptor gmp",
                        "radial gaussian",
                        "angular mcsh",
                        "invariants group-norm",
                        "invariants order-norm",
                        "invariants power-spectrum",
                        "invariants order-zero",
                        "invariants cubic",
                        "invariants joint",
                        "cutoff hard",
                        "cutoff smooth");
    }

    @Test
    void everyParameterIsDocumented() {
        for (ComponentFactory<?, ?> factory : factories()) {
            assertThat(factory.description()).isNotBlank();
            for (RecordComponent component : factory.configType().getRecordComponents()) {
                assertThat(component.getAnnotation(Param.class))
                        .as("%s.%s", factory.name(), component.getName())
                        .isNotNull();
            }
        }
    }

    private static CutoffFunction cutoff(String name, double radius) {
        ComponentFactory<?, ?> factory = factories().stream()
                .filter(candidate -> candidate.kind().equals(CutoffFunction.KIND))
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        return create(factory, new RadiusConfig(radius));
    }

    private static <C extends Record> CutoffFunction create(ComponentFactory<C, ?> factory, Record config) {
        return CutoffFunction.KIND
                .type()
                .cast(factory.create(factory.configType().cast(config), NO_CONTEXT));
    }

    @Test
    void cutoffsAreTheShapesTheySay() {
        CutoffFunction hard = cutoff("hard", 5);
        assertThat(hard.value(4.999)).isEqualTo(1);
        assertThat(hard.value(5)).isZero();

        CutoffFunction smooth = cutoff("smooth", 5);
        double u = 0.3;
        assertThat(smooth.value(5 * u)).isCloseTo(Math.pow(1 - u, 3) * (1 + 3 * u + 6 * u * u), within(1e-15));
        assertThat(smooth.continuousDerivatives()).isEqualTo(2);
    }
}
