package io.github.gmp.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ExampleValues;
import io.github.gmp.runtime.files.CacheFolder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every component that comes with GMP: found by ServiceLoader, with defaults and presets that bind, resolve to themselves and can be made. */
class BuiltInComponentsTest {
    private static final BindingEnvironment DATA =
            BindingEnvironment.of(Map.of("data.elements", List.of("H", "C", "O")));

    private final PluginSet plugins = PluginLoader.load(List.of());
    private final Components components = Components.of(plugins, CacheFolder.of(Path.of(".cache", "gmp")));
    private final ConfigBinder binder = components.binder();
    private final ComponentRegistry registry = components.registry();

    @Test
    void allPluginsLoad() {
        assertThat(plugins.problems()).isEmpty();
        assertThat(registry.pluginVersions())
                .containsOnlyKeys(
                        "gmp-bp-baseline",
                        "gmp-density",
                        "gmp-io",
                        "gmp-models",
                        "gmp-probes",
                        "gmp-runtime",
                        "gmp-toolkit");
    }

    @TestFactory
    Stream<DynamicTest> defaultsBind() {
        ExampleValues examples = new ExampleValues(components.catalog(), (kind, keys) -> false);
        return registry.factories().stream()
                .map(factory -> DynamicTest.dynamicTest(
                        name(factory), () -> assertBindsToItself(factory, examples.component(factory))));
    }

    @TestFactory
    Stream<DynamicTest> presetsCanBeMade() {
        return registry.factories().stream().flatMap(factory -> factory.presets().keySet().stream()
                .map(preset -> DynamicTest.dynamicTest(name(factory) + " " + preset, () -> {
                    ComponentSpec spec = assertBindsToItself(factory, Map.of("type", factory.name(), "preset", preset));
                    assertThatCode(() -> registry.create(factory.kind(), spec)).doesNotThrowAnyException();
                })));
    }

    private ComponentSpec assertBindsToItself(ComponentFactory<?, ?> factory, Map<String, Object> keys) {
        String kind = factory.kind().name();
        ComponentSpec spec = binder.bindComponent(kind, keys, kind, DATA);
        ComponentSpec again = binder.bindComponent(kind, ComponentSpecs.toMap(spec), kind, DATA);
        assertThat(ComponentSpecs.hash(again)).isEqualTo(ComponentSpecs.hash(spec));
        return spec;
    }

    private static String name(ComponentFactory<?, ?> factory) {
        return factory.kind().name() + "/" + factory.name();
    }
}
