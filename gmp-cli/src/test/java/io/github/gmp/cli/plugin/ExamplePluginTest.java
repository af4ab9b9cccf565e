package io.github.gmp.cli.plugin;

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
import io.github.gmp.runtime.files.CacheFolder;
import io.github.gmp.runtime.plugin.Components;
import io.github.gmp.runtime.plugin.PluginLoader;
import io.github.gmp.runtime.plugin.PluginSet;
import io.github.gmp.testkit.DescriptorContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

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
        PluginSet plugins = PluginLoader.load(List.of(ExamplePlugin.DESCRIPTOR.install(folder)));
        assertThat(plugins.problems()).isEmpty();
        components = Components.of(plugins, CacheFolder.none());
    }

    private static Descriptor create(ConfigTree tree) {
        ComponentSpec spec = components
                .binder()
                .bindComponent("descriptor", tree.map().get("descriptor"), "descriptor", BindingEnvironment.unknown());
        return components.registry().create(Descriptor.KIND, spec);
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

        assertThat(descriptor.getClass().getClassLoader())
                .isNotSameAs(getClass().getClassLoader())
                .extracting(ClassLoader::getName)
                .asString()
                .startsWith("plugin file:");
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

    @ParameterizedTest
    @EnumSource
    void serviceFilesAndTheirOwnTestsAreRight(ExamplePlugin example) throws Exception {
        Path services = RepositoryFiles.get(
                example.folder() + "/src/main/resources/META-INF/services/" + Plugin.class.getName());
        assertThat(Files.readString(services).strip()).isEqualTo(example.provider());

        List<Path> tests = example.sources("test");
        List<Path> sources = example.sources("main");
        sources.addAll(tests);
        Path jar = folder.resolve(example + "-with-tests.jar");
        PluginJars.build(sources, example.provider(), jar);
        String packageName = example.provider().substring(0, example.provider().lastIndexOf('.') + 1);
        assertThat(tests).hasSize(2);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            for (Path test : tests) {
                String name = packageName + test.getFileName().toString().replace(".java", "");
                Events events = EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(loader.loadClass(name)))
                        .execute()
                        .testEvents();
                assertThat(events.failed().list()).as(name).isEmpty();
                assertThat(events.skipped().list()).as(name).isEmpty();
                assertThat(events.succeeded().list()).as(name).isNotEmpty();
            }
        }
    }
}
