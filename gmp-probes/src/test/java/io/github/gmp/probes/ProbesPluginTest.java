package io.github.gmp.probes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.api.plugin.Plugin;
import org.junit.jupiter.api.Test;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.ServiceLoader;

class ProbesPluginTest {
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
                        "invariants joint");
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
}
