package io.github.gmp.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.DensityFitter;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.FitQuality;
import io.github.gmp.api.multipole.density.FittedDensity;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;
import io.github.gmp.density.fit.GaussianFitConfig;
import io.github.gmp.density.fit.GaussianFitter;
import io.github.gmp.density.slater.SlaterAtom;
import io.github.gmp.testkit.DensitySourceContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Densities of UPF files and formulas, with a fitter that counts how often it is asked. */
class FittedSourcesTest {
    @TempDir
    Path folder;

    private final AtomicInteger fits = new AtomicInteger();

    /** One Gaussian with the right number of electrons, and digits that only an exact round trip keeps. */
    private final DensityFitter fitter = new DensityFitter() {
        @Override
        public FittedDensity fit(RadialDensity data) {
            fits.incrementAndGet();
            double exponent = 1 / (0.3 + data.density(0) * 1e-3);
            double amplitude = data.electrons() * Math.pow(exponent / Math.PI, 1.5);
            return new FittedDensity(
                    data,
                    GaussianMixture.of(amplitude, exponent),
                    new FitQuality(0, 0, data.electrons(), 0, 1),
                    Optional.empty());
        }

        @Override
        public String table(Map<String, String> notes, List<FittedDensity> fitted) {
            GaussianMixture mixture = fitted.get(0).mixture();
            return "{\"format\": \"gmp-gaussian-table\", \"units\": {\"amplitude\": \"e/angstrom^3\","
                    + " \"exponent\": \"1/angstrom^2\"}, \"elements\": {\""
                    + fitted.get(0).data().element().symbol() + "\": {\"gaussians\": [["
                    + mixture.amplitude(0) + ", " + mixture.exponent(0) + "]]}}}";
        }
    };

    private record Host(DensityFitter fitter, Optional<Path> cacheFolder) implements ComponentContext {
        @Override
        public <T> T create(ComponentKind<T> kind, ComponentSpec spec) {
            return kind.type().cast(fitter);
        }

        @Override
        public Optional<Path> cache(String purpose) {
            return cacheFolder.map(root -> root.resolve(purpose));
        }
    }

    @BeforeEach
    void writeFiles() throws IOException {
        Files.createDirectory(folder.resolve("upf"));
        write("upf/H.upf", "H", 1);
        write("upf/O.UPF", "O", 6);
        Files.writeString(folder.resolve("upf/LICENSE"), "free");
    }

    private void write(String name, String element, double electrons) throws IOException {
        Files.writeString(
                folder.resolve(name),
                "<UPF version=\"2.0.1\">\n<PP_HEADER element=\"" + element + "\" z_valence=\"" + electrons
                        + "\"/>\n<PP_R>0.0 0.5 1.0 1.5</PP_R>\n<PP_RHOATOM>0.0 0.25 " + electrons / 3
                        + " 0.1</PP_RHOATOM>\n</UPF>\n");
    }

    private DensitySource create(Optional<String> inFolder, List<String> files, List<String> elements, String spec) {
        return UpfDensities.of(
                new UpfSourceConfig(
                        inFolder.map(folder::resolve),
                        files.stream().map(folder::resolve).toList(),
                        elements,
                        new ComponentSpec("fake", Map.of("key", spec), "fitter")),
                new Host(fitter, Optional.of(folder.resolve("cache"))));
    }

    private DensitySource ofFolder(String... elements) {
        return create(Optional.of("upf"), List.of(), List.of(elements), "a");
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache/density-fits"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void onlyElementsThatAreNeededAreFitted() {
        DensitySource source = ofFolder("O", "C");

        assertThat(source.elements()).containsExactly(Element.O);
        assertThat(source.density(Element.O).integral()).isBetween(6 - 1e-9, 6 + 1e-9);
        assertThat(fits).hasValue(1);
        assertThatThrownBy(() -> source.density(Element.C))
                .isInstanceOf(DataException.class)
                .hasMessage("the density table of 2 UPF files has no element C; it has O");
    }

    @Test
    void aFitIsRememberedBitForBit() throws IOException {
        GaussianMixture first = ofFolder("H").density(Element.H);

        assertThat(ofFolder("H").density(Element.H)).isEqualTo(first);
        assertThat(fits).hasValue(1);
        assertThat(cached()).hasSize(1);
    }

    @Test
    void theBuiltInFitterWritesWhatCanBeReadAgain() throws IOException {
        GaussianFitConfig two = new GaussianFitConfig(
                Optional.empty(), Optional.of(2), 2, 1.5, List.of(0.3), 1000, GaussianFitConfig.DEFAULT.mostNegative());
        Host host = new Host(fitter, Optional.empty());
        DensityFitter builtIn = new GaussianFitter(two);
        ComponentSpec spec = new ComponentSpec("gaussian-fit", Map.of("gaussians", 2), "fitter");
        Optional<Path> kept = Optional.of(folder.resolve("cache/density-fits"));
        RadialDensity carbon = new SlaterAtom(Element.C).density();

        GaussianMixture fitted = new FitCache(builtIn, spec, kept).fit(carbon);

        assertThat(fitted.size()).isEqualTo(2);
        assertThat(cached()).hasSize(1);
        // The counting fitter is not asked: what the built-in one wrote is read.
        assertThat(new FitCache(fitter, spec, kept).fit(carbon)).isEqualTo(fitted);
        assertThat(fits).hasValue(0);
    }

    @Test
    void otherDataAndSettingsAreFittedAnew() throws IOException {
        ofFolder("H");
        create(Optional.of("upf"), List.of(), List.of("H"), "b");
        assertThat(fits).hasValue(2);
        write("upf/H.upf", "H", 1.25);
        ofFolder("H");
        assertThat(fits).hasValue(3);
        assertThat(cached()).hasSize(3);
    }

    @Test
    void aDamagedFileIsMadeAgain() throws IOException {
        GaussianMixture first = ofFolder("H").density(Element.H);
        Files.writeString(cached().get(0), "{\"format\": \"gmp-gau");

        assertThat(ofFolder("H").density(Element.H)).isEqualTo(first);
        assertThat(ofFolder("H").density(Element.H)).isEqualTo(first);
        assertThat(fits).hasValue(2);
    }

    @Test
    void aFolderThatCannotBeWrittenToDoesNoHarm() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file");

        assertThat(ofFolder("H").elements()).containsExactly(Element.H);
    }

    @Test
    void manyAtOnceLeaveOneWholeFile() throws IOException {
        List<GaussianMixture> all = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> ofFolder("H").density(Element.H))
                .toList();

        assertThat(all).allMatch(all.get(0)::equals);
        assertThat(cached()).singleElement().satisfies(file -> assertThat(
                        GaussianTableReader.read(file).density(Element.H))
                .isEqualTo(all.get(0)));
    }

    @Test
    void mistakesAreTold() throws IOException {
        assertThatThrownBy(() -> create(Optional.empty(), List.of(), List.of("H"), "a"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("files: got [], expected UPF files, or a folder of them");
        assertThatThrownBy(() -> ofFolder("H", "Hh"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("elements[1]: got Hh, expected an element: unknown element 'Hh'; did you mean 'H'?");
        assertThatThrownBy(() -> create(Optional.of("absent"), List.of(), List.of("H"), "a"))
                .isInstanceOf(DataException.class)
                .hasMessage("UPF files: there is no folder " + folder.resolve("absent"));
        Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> create(Optional.of("empty"), List.of(), List.of("H"), "a"))
                .isInstanceOf(DataException.class)
                .hasMessage("UPF files: the folder " + folder.resolve("empty") + " has no file that ends with .upf");
        assertThatThrownBy(() -> create(Optional.of("upf"), List.of("upf/H.upf"), List.of("H"), "a"))
                .isInstanceOf(DataException.class)
                .hasMessage("UPF files: " + folder.resolve("upf/H.upf") + " and " + folder.resolve("upf/H.upf")
                        + " are both of H; give one of them");
        assertThatThrownBy(() -> ofFolder("Fe", "C"))
                .isInstanceOf(DataException.class)
                .hasMessage("UPF files: none is of C Fe; they are of H O");
    }

    private DensitySource slater(String... elements) {
        return SlaterDensities.of(
                new SlaterConfig(List.of(elements), new ComponentSpec("fake", Map.of(), "fitter")),
                new Host(fitter, Optional.of(folder.resolve("cache"))));
    }

    @Test
    void formulasAreFittedAndRememberedLikeFiles() {
        GaussianMixture carbon = slater("C", "Cm").density(Element.C);

        assertThat(carbon.integral()).isBetween(4 - 1e-9, 4 + 1e-9);
        assertThat(slater("C").density(Element.C)).isEqualTo(carbon);
        assertThat(fits).hasValue(2);
        assertThatThrownBy(() -> slater("C").density(Element.H))
                .isInstanceOf(DataException.class)
                .hasMessage("the density table by Slater's rules has no element H; it has C");
        assertThatThrownBy(() -> slater())
                .isInstanceOf(ConfigException.class)
                .hasMessage("elements: got [], expected one or more elements");
    }

    @Nested
    class UpfContract extends DensitySourceContract {
        @Override
        protected DensitySource source() {
            return ofFolder("O", "H");
        }
    }

    @Nested
    class SlaterContract extends DensitySourceContract {
        @Override
        protected DensitySource source() {
            return slater("Fe", "U");
        }
    }
}
