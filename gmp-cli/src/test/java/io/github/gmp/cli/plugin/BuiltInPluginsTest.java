package io.github.gmp.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.testkit.plugin.PluginContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The contract of plugins for all that come with the command line. */
class BuiltInPluginsTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void writeAPseudopotential() throws IOException {
        double[] radii = IntStream.range(0, 100).mapToDouble(i -> 0.1 * i).toArray();
        // The 1s orbital of hydrogen: 4 pi r^2 rho = 4 r^2 exp(-2 r).
        Files.writeString(folder.resolve("H.upf"), """
                <UPF version="2.0.1">
                <PP_HEADER element="H" z_valence="1.0"/>
                <PP_R>%s</PP_R>
                <PP_RHOATOM>%s</PP_RHOATOM>
                </UPF>
                """.formatted(
                        text(radii, r -> r), text(radii, r -> 4 * r * r * Math.exp(-2 * r))));
    }

    private static String text(double[] radii, DoubleUnaryOperator function) {
        return Arrays.stream(radii).map(function).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static List<Plugin> plugins() {
        return ServiceLoader.load(Plugin.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private abstract static class BuiltIn extends PluginContract {
        private final String name;

        BuiltIn(String name) {
            this.name = name;
        }

        @Override
        protected Plugin plugin() {
            return plugins().stream()
                    .filter(plugin -> plugin.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void noneIsForgotten() {
        assertThat(plugins())
                .extracting(Plugin::name)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(BuiltInPluginsTest.class.getDeclaredClasses())
                        .filter(type -> type.isAnnotationPresent(Nested.class))
                        .map(type -> "gmp-"
                                + type.getSimpleName()
                                        .replaceAll("(?<=.)([A-Z])", "-$1")
                                        .toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Nested
    class Toolkit extends BuiltIn {
        Toolkit() {
            super("gmp-toolkit");
        }
    }

    @Nested
    class Density extends BuiltIn {
        Density() {
            super("gmp-density");
        }

        @Override
        protected Map<String, String> keys() {
            return Map.of(
                    "density/upf", "{files: [H.upf], elements: [H], fitter: {type: gaussian-fit, gaussians: 2}}",
                    "density/slater", "{elements: [H], fitter: {type: gaussian-fit, gaussians: 2}}",
                    "density/selected", "{property: charge, species: {O: [{value: 0}]}}",
                    "density/layered", "{sources: [gaussian-table]}");
        }

        @Override
        protected Path folder() {
            return folder;
        }
    }

    @Nested
    class Probes extends BuiltIn {
        Probes() {
            super("gmp-probes");
        }
    }

    @Nested
    class BpBaseline extends BuiltIn {
        BpBaseline() {
            super("gmp-bp-baseline");
        }

        @Override
        protected Map<String, String> keys() {
            return Map.of("descriptor/behler-parrinello", "{elements: [H, O], g2: {etas: [0.05], shifts: [0.0]}}");
        }
    }

    @Nested
    class Models extends BuiltIn {
        Models() {
            super("gmp-models");
        }
    }

    @Nested
    class Io extends BuiltIn {
        Io() {
            super("gmp-io");
        }
    }

    @Nested
    class Runtime extends BuiltIn {
        Runtime() {
            super("gmp-runtime");
        }
    }
}
