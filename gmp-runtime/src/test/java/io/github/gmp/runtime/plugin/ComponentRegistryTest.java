package io.github.gmp.runtime.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.FakeComponents;
import io.github.gmp.runtime.config.FakeComponents.Shape;
import io.github.gmp.runtime.files.CacheFolder;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Making components: nested ones, and what the user reads when a factory refuses or breaks. */
class ComponentRegistryTest {
    private static final BindingEnvironment DATA = BindingEnvironment.of(Map.of("data.elements", List.of("H")));

    private static final CacheFolder CACHE = CacheFolder.of(Path.of(".cache", "gmp"));

    private final Components components = Components.of(
            new PluginSet(
                    List.of(new LoadedPlugin("fake", "1.2.3", "fake.jar", FakeComponents.factories())), List.of()),
            CACHE);
    private final ComponentRegistry registry = components.registry();
    private final ConfigBinder binder = components.binder();

    private Shape shape(Map<String, Object> keys) {
        ComponentSpec spec = binder.bindComponent("shape", keys, "a.b[2]", DATA);
        return registry.create(FakeComponents.SHAPE, spec);
    }

    private static Map<String, Object> box(double radius) {
        return Map.of("type", "box", "layers", List.of(1), "edge", Map.of("type", "round", "radius", radius));
    }

    @Test
    void nestedComponentsAreMade() {
        assertThat(shape(box(4)).edge().width()).isEqualTo(4);
    }

    @Test
    void pathsOfRefusalsAreCompleteHoweverDeep() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> shape(Map.of("type", "box", "layers", List.of())))
                .withMessage("a.b[2].layers: got [], expected at least one layer");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> shape(box(-1)))
                .withMessage("a.b[2].edge.radius: got -1.0, expected a positive radius");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> shape(box(101)))
                .withMessage(
                        "a.b[2].edge: got {radius: 101.0, type: round}, expected values that fit together: a radius of more than 100 makes no edge");
    }

    @Test
    void aSpecificationThatNobodyCheckedIsChecked() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() ->
                        registry.create(FakeComponents.EDGE, new ComponentSpec("round", Map.of("radus", 1), "edge")))
                .withMessage("""
                        edge.radius: is required: Radius (a number (Å))
                        edge.radus: unknown key 'radus'; did you mean 'radius'? (known: radius, type)""");
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> registry.create(FakeComponents.EDGE, new ComponentSpec("rond", Map.of(), "edge")))
                .withMessage("edge.type: unknown edge 'rond'; did you mean 'round'? (known: round, sharp)");
    }

    @Test
    void aDefectOfAPluginNamesThePlugin() {
        assertThatIllegalStateException()
                .isThrownBy(() -> shape(box(13)))
                .withMessage(
                        "edge 'round' of plugin fake (fake.jar) failed: java.lang.UnsupportedOperationException: thirteen");
        ComponentKind<Runnable> impostor = new ComponentKind<>("edge", Runnable.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> registry.create(impostor, new ComponentSpec("sharp", Map.of(), "edge")))
                .withMessage(
                        "edge 'sharp' of plugin fake (fake.jar) made Edge[width=1.0], which is not a java.lang.Runnable");
    }

    @Test
    void factoriesAndVersionsCanBeLookedUp() {
        assertThat(registry.pluginVersions()).isEqualTo(Map.of("fake", "1.2.3"));
        assertThat(registry.factories()).extracting(factory -> factory.name()).containsExactly("round", "sharp", "box");
        assertThat(registry.find("edge", "sharp")).isPresent();
        assertThat(registry.find("edge", "box")).isEmpty();
    }

    /** Tells where it may keep files. */
    private record Keeper(Optional<Path> folder) {
        static final ComponentKind<Keeper> KIND = new ComponentKind<>("keeper", Keeper.class);
    }

    private record NoKeys() {}

    private static final class KeeperFactory implements ComponentFactory<NoKeys, Keeper> {
        @Override
        public ComponentKind<Keeper> kind() {
            return Keeper.KIND;
        }

        @Override
        public String name() {
            return "fits";
        }

        @Override
        public String description() {
            return "Keeps fits.";
        }

        @Override
        public Class<NoKeys> configType() {
            return NoKeys.class;
        }

        @Override
        public Keeper create(NoKeys config, ComponentContext context) {
            return new Keeper(context.cache("fits"));
        }
    }

    @Test
    void whatCanBeMadeAgainIsKeptInTheCacheThatTheHostNames() {
        ComponentRegistry keepers = Components.of(
                        new PluginSet(
                                List.of(new LoadedPlugin("fake", "1", "fake.jar", List.of(new KeeperFactory()))),
                                List.of()),
                        CACHE)
                .registry();

        assertThat(keepers.create(Keeper.KIND, new ComponentSpec("fits", Map.of(), "keeper")))
                .isEqualTo(new Keeper(Optional.of(Path.of(".cache", "gmp", "fits"))));
    }
}
