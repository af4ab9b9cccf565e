package io.github.gmp.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.fixtures.ExamplePlugin;
import io.github.gmp.fixtures.PluginJars;
import io.github.gmp.fixtures.RepositoryFiles;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.testkit.DescriptorContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The plugin of docs/writing-a-plugin.md: built as a jar of its own, found in a plugins folder, used from its YAML file, and put through the
 * contract of descriptors, which this test extends.
 */
class ExamplePluginTest extends DescriptorContract {
    @TempDir
    static Path folder;

    private static Components components;

    @BeforeAll
    static void install() throws IOException {
        PluginSet plugins = PluginLoader.load(List.of(ExamplePlugin.install(folder)));
        assertThat(plugins.problems()).isEmpty();
        components = Components.of(plugins);
    }

    private static Descriptor create(ConfigTree tree) {
        ComponentSpec spec = components
                .binder()
                .bindComponent("descriptor", tree.map().get("descriptor"), "descriptor", BindingEnvironment.unknown());
        return components.registry().create(Descriptor.KIND, spec, tree.baseDirectory());
    }

    private static ConfigTree features() {
        return ConfigTree.load(RepositoryFiles.get("examples/plugin/features.yaml"));
    }

    @Override
    protected Descriptor descriptor() {
        return create(features());
    }

    @Test
    void itStandsOnTheSameFootingAsTheBuiltIns() {
        Descriptor descriptor = descriptor();

        assertThat(descriptor.getClass().getClassLoader()).isInstanceOf(PluginClassLoader.class);
        assertThat(descriptor.features()).hasSize(6);
        assertThat(descriptor.cutoff()).isEqualTo(4.5);
        assertThat(components.registry().pluginVersions()).containsEntry("charge-histogram", "1.0");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> create(features().with("descriptor.bins", 1).with("descriptor.widht", 1)))
                .withMessage("""
                        descriptor.bins: got 1, expected a whole number from 2 to 100
                        descriptor.widht: unknown key 'widht'; did you mean 'width'? (known: bins, cutoff, type, width)""");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> create(features().with("descriptor.width", 4.75)))
                .withMessage("descriptor.width: got 4.75, expected at most the cutoff radius, 4.5");
    }

    @Test
    void itsServiceFileAndItsOwnTestAreRight() throws Exception {
        Path services =
                RepositoryFiles.get("examples/plugin/src/main/resources/META-INF/services/" + Plugin.class.getName());
        assertThat(Files.readString(services).strip()).isEqualTo("com.example.histogram.HistogramPlugin");

        List<Path> sources = ExamplePlugin.sources("main");
        sources.addAll(ExamplePlugin.sources("test"));
        Path jar = folder.resolve("with-test.jar");
        PluginJars.build(sources, "", jar);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(loader.loadClass("com.example.histogram.ChargeHistogramTest")))
                    .execute()
                    .testEvents()
                    .assertStatistics(statistics -> statistics.failed(0).skipped(0));
        }
    }
}
