package io.github.gmp.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.ConfigProblem;
import io.github.gmp.fixtures.PluginJars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Good plugins load; bad ones are named with their jar and reason, and do not keep the others from loading. */
class PluginLoaderTest {
    private static final String SOURCE = """
            import io.github.gmp.api.plugin.*;
            import java.util.*;

            public final class NAME implements Plugin {
                static final ComponentKind<Runnable> KIND = new ComponentKind<>("task", Runnable.class);
                record Config(CONFIG) {}

                static final class Factory implements ComponentFactory<Config, Runnable> {
                    public ComponentKind<Runnable> kind() { return KIND; }
                    public String name() { return "COMPONENT"; }
                    public String description() { return "A task."; }
                    public Class<Config> configType() { return Config.class; }
                    public Runnable create(Config config, ComponentContext context) { return () -> {}; }
                }

                CONSTRUCTOR
                public String name() { return "PLUGIN"; }
                public String version() { return "2.5"; }
                public int spiVersion() { return SPI; }
                public Collection<ComponentFactory<?, ?>> factories() { FACTORIES }
            }
            """;

    @TempDir
    Path folder;

    /** A plugin that is good but for what is changed. */
    private Path plugin(String className, String name, String component, String... changes) throws IOException {
        String source = SOURCE;
        for (int i = 0; i < changes.length; i += 2) {
            source = source.replace(changes[i], changes[i + 1]);
        }
        source = source.replace("PLUGIN", name)
                .replace("COMPONENT", component)
                .replace("CONFIG", "")
                .replace("CONSTRUCTOR", "")
                .replace("SPI;", "Plugin.SPI_VERSION;")
                .replace("FACTORIES", "return List.of(new Factory());")
                .replace("NAME", className);
        return PluginJars.build(folder, className, source);
    }

    private PluginSet load() {
        PluginSet all = PluginLoader.load(List.of(folder));
        return new PluginSet(
                all.plugins().stream().filter(plugin -> !plugin.isBuiltIn()).toList(), all.problems());
    }

    @Test
    void jarsOfAFolderAreLoaded() throws IOException {
        Path jar = plugin("Good", "good", "run");
        Path other = plugin("Other", "other", "walk");

        PluginSet set = load();

        assertThat(set.problems()).isEmpty();
        assertThat(set.plugins())
                .extracting(LoadedPlugin::name, LoadedPlugin::version, LoadedPlugin::origin)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("good", "2.5", jar.toString()),
                        org.assertj.core.groups.Tuple.tuple("other", "2.5", other.toString()));
        assertThat(set.plugins().get(0).factories().get(0).name()).isEqualTo("run");
    }

    @Test
    void badPluginsAreNamedAndTheOthersLoad() throws IOException {
        plugin("Good", "good", "run");
        expect(
                plugin("A1", "a", "run", "SPI;", "99;"),
                "was built for version 99 of the plugin interface, this GMP has version 1");
        expect(
                plugin("A2", "a", "run", "CONSTRUCTOR", "public NAME() { throw new IllegalStateException(\"boom\"); }"),
                "io.github.gmp.api.plugin.Plugin: Provider A2 could not be instantiated (java.lang.IllegalStateException: boom)");
        expect(
                plugin("A3", "a", "run", "CONSTRUCTOR", "private NAME(int x) {}"),
                "io.github.gmp.api.plugin.Plugin: A3 Unable to get public no-arg constructor (java.lang.NoSuchMethodException: A3.<init>())");
        expect(
                plugin("A4", "a", "run", "FACTORIES", "throw new UnsupportedOperationException(\"later\");"),
                "threw java.lang.UnsupportedOperationException: later");
        expect(
                plugin("A5", "a", "run", "FACTORIES", "throw new NoClassDefFoundError(\"com/missing/Library\");"),
                "threw java.lang.NoClassDefFoundError: com/missing/Library");
        expect(plugin("A6", "a", "Run_Fast"), "the name of factory A6$Factory, 'Run_Fast', is not lower-kebab-case");
        expect(plugin("A7", "Not Kebab", "run"), "the name of the plugin, 'Not Kebab', is not lower-kebab-case");
        expect(plugin("A8", "a", "run", "FACTORIES", "return null;"), "its factories() returned null");
        expect(plugin("A9", "a", "run", "CONFIG", "int count"), "A9$Config.count needs @Param with a doc");
        expect(
                plugin(
                        "A91",
                        "a",
                        "run",
                        "FACTORIES",
                        "return List.of(ComponentFactory.of(KIND, \"Run_Fast\", \"It runs.\", Config.class, (a, b) -> null));"),
                "the name of a component of kind task, 'Run_Fast', is not lower-kebab-case");

        expect(
                plugin(
                        "A92",
                        "a",
                        "run",
                        "CONFIG",
                        "@Param(doc = \"The next.\", kind = Runnable.class) ComponentSpec next"),
                "A92$Config.next: java.lang.Runnable is no kind of component: it has no public constant KIND that is a"
                        + " ComponentKind of itself");
        expect(
                plugin("A93", "a", "run", "CONFIG", "@Param(doc = \"The next.\") ComponentSpec next"),
                "A93$Config.next needs a kind if and only if it is a ComponentSpec");
        Path incomplete = plugin(
                "A94",
                "a",
                "run",
                "CONSTRUCTOR",
                "public interface Step {}",
                "CONFIG",
                "@Param(doc = \"The next.\", kind = Step.class) ComponentSpec next");
        try (FileSystem jar = FileSystems.newFileSystem(incomplete)) {
            Files.delete(jar.getPath("A94$Step.class"));
        }
        expect(incomplete, "A94$Config.next has the kind A94$Step, which is not there");

        Path wrongType = folder.resolve("B1.jar");
        PluginJars.build(
                List.of(Files.writeString(
                        Files.createDirectories(folder.resolve("b1")).resolve("B1.java"), "public class B1 {}")),
                "B1",
                wrongType);
        expect(wrongType, "io.github.gmp.api.plugin.Plugin: B1 not a subtype");
        Path noClass = folder.resolve("B2.jar");
        PluginJars.build(List.of(folder.resolve("b1/B1.java")), "com.missing.Main", noClass);
        expect(noClass, "io.github.gmp.api.plugin.Plugin: Provider com.missing.Main not found");
        Path noService = folder.resolve("B3.jar");
        PluginJars.build(List.of(folder.resolve("b1/B1.java")), "", noService);
        expect(
                noService,
                "holds no plugin: it has no META-INF/services/io.github.gmp.api.plugin.Plugin (a plugin and the libraries it needs go into one jar)");
        Path noJar = Files.writeString(folder.resolve("B4.jar"), "text");
        expect(noJar, "is not a readable jar: zip END header not found");

        PluginSet set = load();

        assertThat(set.problems()).containsExactlyElementsOf(expected);
        assertThat(set.plugins()).extracting(LoadedPlugin::name).containsExactly("good");
    }

    private final List<ConfigProblem> expected = new java.util.ArrayList<>();

    private void expect(Path jar, String reason) {
        expected.add(new ConfigProblem.IncompatiblePlugin(jar.toString(), reason));
    }

    @Test
    void twoPluginsWithTheSameComponentAreAnErrorThatNamesBoth() throws IOException {
        Path first = plugin("First", "first", "run");
        Path second = plugin("Second", "second", "run");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(this::load)
                .withMessage("task/run: is offered by two plugins: 'first (" + first + ")' and 'second (" + second
                        + ")'; remove one of them");
    }

    @Test
    void aComponentOfTheBuiltInsCannotBeReplacedSilently() throws IOException {
        Path jar = plugin("Shadow", "shadow", "gmp", "\"task\", Runnable.class", "\"descriptor\", Runnable.class");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(this::load)
                .withMessage("descriptor/gmp: is offered by two plugins: 'gmp-probes (class path)' and 'shadow (" + jar
                        + ")'; remove one of them");
    }

    @Test
    void twoVersionsOfAPluginAreAnError() throws IOException {
        plugin("One", "same", "run");
        plugin("Two", "same", "walk");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(this::load)
                .withMessageStartingWith("plugin/same: is offered by two plugins: 'same (");
    }

    @Test
    void aMissingFolderIsAnError() {
        Path missing = folder.resolve("nowhere");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> PluginLoader.load(List.of(missing)))
                .withMessage("plugins folder " + missing + ": there is no such folder");
    }
}
