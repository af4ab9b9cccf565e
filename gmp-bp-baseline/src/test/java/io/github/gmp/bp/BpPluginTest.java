package io.github.gmp.bp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.plugin.Param;
import io.github.gmp.api.plugin.Plugin;
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
                .containsExactly("descriptor behler-parrinello");
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
}
