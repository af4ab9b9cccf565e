package io.github.gmp.runtime.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.runtime.RuntimeTestHost;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

class IngestScannerTest {
    private static final List<LabeledStructure> FRAMES = MorseMolecules.frames(20, 4);

    @Test
    void reportsWhatIsThere() {
        IngestReport report = scan(FRAMES);
        assertThat(report.frames()).isEqualTo(20);
        assertThat(report.atoms()).isEqualTo(80);
        assertThat(report.elements())
                .containsExactly(Map.entry(Element.H, 40L), Map.entry(Element.C, 20L), Map.entry(Element.O, 20L));
        assertThat(report.energy().orElseThrow().min())
                .isLessThan(report.energy().orElseThrow().max());
        assertThat(report.energyPerAtom().orElseThrow().min())
                .isCloseTo(report.energy().orElseThrow().min() / 4, within(1e-12));
        double shortest = FRAMES.stream()
                .mapToDouble(frame -> shortestDistance(frame.structure()))
                .min()
                .orElseThrow();
        assertThat(report.shortestDistance().orElseThrow().distance()).isCloseTo(shortest, within(1e-12));
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void meanForceIsTheMeanLength() {
        double sum = 0;
        for (LabeledStructure frame : FRAMES) {
            double[] forces = frame.forces().orElseThrow();
            for (int i = 0; i < forces.length; i += 3) {
                sum += Math.hypot(Math.hypot(forces[i], forces[i + 1]), forces[i + 2]);
            }
        }
        assertThat(scan(FRAMES).meanForce()).isCloseTo(sum / 80, within(1e-12));
    }

    @Test
    void warnsOfBohr() {
        assertThat(scan(FRAMES.stream()
                                .map(frame -> moved(frame, x -> x / 0.529177))
                                .toList())
                        .warnings())
                .singleElement()
                .asString()
                .startsWith("positions look like bohr: nearest neighbors are ");
    }

    @Test
    void warnsOfNanometers() {
        assertThat(scan(FRAMES.stream().map(frame -> moved(frame, x -> x / 10)).toList())
                        .warnings())
                .singleElement()
                .asString()
                .startsWith("positions look like nm or fractional coordinates: ");
    }

    @Test
    void warnsOfEnergiesInHartreeAndKilocalories() {
        // Formaldehyde: -114.5 hartree = -3115 eV = -71,850 kcal/mol.
        assertThat(scan(withEnergy(-114.5)).warnings())
                .containsExactly("energies look like hartree: they are those of the free atoms in hartree within 3 %"
                        + " (1 hartree = 27.2114 eV; eV was expected)");
        assertThat(scan(withEnergy(-71850)).warnings())
                .containsExactly("energies look like kcal/mol: they are those of the free atoms in kcal/mol within 3 %"
                        + " (1 eV = 23.0605 kcal/mol; eV was expected)");
        assertThat(scan(withEnergy(-3115)).warnings()).isEmpty();
        assertThat(scan(withEnergy(-22.2)).warnings()).isEmpty();
    }

    @Test
    void warnsOfForcesInKilocalories() {
        List<LabeledStructure> frames = FRAMES.stream()
                .map(frame -> {
                    double[] forces = frame.forces().orElseThrow();
                    for (int i = 0; i < forces.length; i++) {
                        forces[i] *= 23.0605;
                    }
                    return frame.toBuilder().energy(-3115).forces(forces).build();
                })
                .toList();
        assertThat(scan(frames).warnings())
                .singleElement()
                .asString()
                .startsWith("forces look like kcal/(mol Å): their mean length is ");
    }

    @Test
    void warnsOfDuplicatesCoincidentAtomsAndMissingLabels() {
        LabeledStructure bare = LabeledStructure.builder(
                        new AtomicStructure(
                                new Element[] {Element.H, Element.H}, new double[] {0, 0, 0, 0, 0, 0}, Cell.none()),
                        new Source("b.extxyz", 7))
                .build();
        IngestScanner scanner = new IngestScanner();
        scanner.startFile("b.extxyz");
        scanner.add(FRAMES.get(0).toBuilder().energy(-3115).build());
        scanner.add(FRAMES.get(0).toBuilder().energy(-3115).build());
        scanner.add(bare);
        IngestReport report = scanner.report();
        assertThat(report.missingLabels()).containsOnly(Map.entry("energy", 1L), Map.entry("forces", 1L));
        assertThat(report.warnings())
                .containsExactly(
                        "1 of 3 frames have no energy (first: b.extxyz, frame 7); they cannot be trained or tested on",
                        "1 of 3 frames have no forces, the others do",
                        "1 frames repeat an earlier one (first: morse.extxyz, frame 1 and morse.extxyz, frame 1)",
                        "1 frames have atoms at the same place (first: b.extxyz, frame 7)");
    }

    @ParameterizedTest
    @CsvSource({"aspirin-gfn2, 2000, 0", "molecules-gfn2, 2087, 7", "periodic-toy, 150, 0"})
    void findsNothingWrongWithTheBundledData(String name, long frames, long isolatedAtoms) {
        Path file = Path.of("..", "examples", "data", name + ".extxyz.gz");
        IngestScanner scanner = new IngestScanner();
        scanner.startFile(name);
        RuntimeTestHost.get(FrameStream.class)
                .forEachChunk(List.of(file), Progress.silent(), () -> false, chunk -> chunk.forEach(scanner::add));
        IngestReport report = scanner.report();
        assertThat(report.frames()).isEqualTo(frames);
        assertThat(report.isolatedAtoms()).isEqualTo(isolatedAtoms);
        assertThat(report.missingLabels()).isEmpty();
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void warnsOfForcesThatDoNotAddUp() {
        double[] forces = FRAMES.get(0).forces().orElseThrow();
        forces[0] += 2;
        IngestScanner scanner = new IngestScanner();
        scanner.startFile("a.extxyz");
        scanner.add(FRAMES.get(0).toBuilder().energy(-3115).forces(forces).build());
        assertThat(scanner.report().warnings())
                .containsExactly(
                        "1 frames have forces that do not add up to zero (first: morse.extxyz, frame 1); are they"
                                + " complete, and in the order of the atoms?");
    }

    /** Gradients in the place of forces: found by bonds, whatever the energies. */
    @Test
    void warnsOfForcesWithTheWrongSign() {
        List<LabeledStructure> flipped = MorseMolecules.frames(40, 4).stream()
                .map(frame -> {
                    double[] forces = frame.forces().orElseThrow();
                    for (int i = 0; i < forces.length; i++) {
                        forces[i] = -forces[i];
                    }
                    return frame.toBuilder().energy(-3115).forces(forces).build();
                })
                .toList();
        assertThat(scan(flipped).warnings())
                .singleElement()
                .asString()
                .matches(
                        "forces look as if their sign were flipped \\(gradients instead of forces\\?\\): short bonds pull"
                                + " and long ones push \\(correlation of length and push 0\\.9[0-9]; it should be negative\\)");
    }

    private static IngestReport scan(List<LabeledStructure> frames) {
        IngestScanner scanner = new IngestScanner();
        scanner.startFile("a.extxyz");
        frames.forEach(scanner::add);
        return scanner.report();
    }

    private static List<LabeledStructure> withEnergy(double energy) {
        return FRAMES.stream()
                .map(frame -> frame.toBuilder().energy(energy).build())
                .toList();
    }

    private static LabeledStructure moved(LabeledStructure frame, DoubleUnaryOperator change) {
        double[] positions = frame.structure().positions();
        for (int i = 0; i < positions.length; i++) {
            positions[i] = change.applyAsDouble(positions[i]);
        }
        return LabeledStructure.builder(frame.structure().withPositions(positions), frame.source())
                .energy(-3115)
                .build();
    }

    private static double shortestDistance(AtomicStructure structure) {
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < structure.size(); i++) {
            for (int j = 0; j < i; j++) {
                shortest = Math.min(
                        shortest,
                        Math.hypot(
                                Math.hypot(
                                        structure.position(i, 0) - structure.position(j, 0),
                                        structure.position(i, 1) - structure.position(j, 1)),
                                structure.position(i, 2) - structure.position(j, 2)));
            }
        }
        return shortest;
    }
}
