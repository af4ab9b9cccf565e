package io.github.gmp.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.api.plugin.Plugin;
import org.junit.jupiter.api.Test;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

class ModelsPluginTest {
    private static Plugin plugin() {
        return ServiceLoader.load(Plugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(plugin -> plugin.name().equals("gmp-models"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isFoundByServiceLoaderAndOffersTheRegressors() {
        assertThat(plugin().spiVersion()).isEqualTo(Plugin.SPI_VERSION);
        assertThat(plugin().factories())
                .extracting(ComponentFactory::name)
                .containsExactly("snn", "hdnn", "ridge", "committee");
        assertThat(plugin().factories())
                .allSatisfy(factory -> assertThat(factory.kind()).isEqualTo(RegressorTrainer.KIND));
    }

    @Test
    void everyParameterIsDocumentedAndHasADefaultOrIsOptional() {
        for (ComponentFactory<?, ?> factory : plugin().factories()) {
            for (RecordComponent component : factory.configType().getRecordComponents()) {
                Param param = component.getAnnotation(Param.class);
                assertThat(param)
                        .as("%s.%s", factory.name(), component.getName())
                        .isNotNull();
                assertThat(param.doc()).isNotBlank();
                assertThat(param.defaultValue().length == 1 || component.getType() == Optional.class)
                        .as("%s.%s has a default", factory.name(), component.getName())
                        .isTrue();
            }
        }
    }

    @Test
    void presetsUseKnownKeysOnly() {
        for (ComponentFactory<?, ?> factory : plugin().factories()) {
            Set<String> known = Arrays.stream(factory.configType().getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());
            factory.presets().values().forEach(preset -> assertThat(known).containsAll(preset.keySet()));
        }
    }

    @Test
    void theRecipesOfThePaperArePresets() {
        for (String name : List.of("snn", "hdnn")) {
            ComponentFactory<?, ?> factory = plugin().factories().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            Map<String, Map<String, Object>> presets = factory.presets();
            assertThat(presets).containsOnlyKeys("paper-recipe", "paper-recipe-qm9");
            assertThat(presets.get("paper-recipe"))
                    .containsEntry("loss", "mae")
                    .containsEntry("learningRate", 0.001)
                    .containsEntry("batchSize", 256)
                    .containsEntry("batchNorm", true);
            assertThat(presets.get("paper-recipe-qm9"))
                    .containsEntry("decayEpochs", 2000)
                    .containsEntry("epochs", 12000);
        }
    }
}
