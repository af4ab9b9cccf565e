package io.github.gmp.experiments.toy;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Shaken molecules of H, C and O whose energy is a sum of Morse terms over all pairs, with analytic forces: smooth and conservative. */
public final class MorseMolecules {
    private static final double DEPTH = 1.5;
    private static final double WIDTH = 1.4;
    private static final Element[] ELEMENTS = {Element.O, Element.C, Element.H, Element.H};
    private static final double[] EQUILIBRIUM = {0, 0, 0, 1.21, 0, 0, 1.79, 0.94, 0, 1.79, -0.94, 0};

    private MorseMolecules() {}

    /**
     * @param count number of frames
     * @param seed seed of the displacements
     * @return formaldehyde-like molecules, labeled
     */
    public static List<LabeledStructure> frames(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabeledStructure> frames = new ArrayList<>();
        for (int f = 0; f < count; f++) {
            double[] positions = EQUILIBRIUM.clone();
            for (int i = 0; i < positions.length; i++) {
                positions[i] += random.nextDouble(-0.12, 0.12);
            }
            frames.add(labeled(positions, f + 1));
        }
        return frames;
    }

    private static LabeledStructure labeled(double[] positions, int frame) {
        double energy = -114.0;
        double[] forces = new double[positions.length];
        for (int i = 0; i < ELEMENTS.length; i++) {
            for (int j = i + 1; j < ELEMENTS.length; j++) {
                double[] d = new double[3];
                double square = 0;
                for (int a = 0; a < 3; a++) {
                    d[a] = positions[3 * j + a] - positions[3 * i + a];
                    square += d[a] * d[a];
                }
                double distance = Math.sqrt(square);
                double equilibrium = ELEMENTS[j] == Element.H ? 1.3 : 1.2;
                double decay = Math.exp(-WIDTH * (distance - equilibrium));
                energy += DEPTH * (1 - decay) * (1 - decay) - DEPTH;
                double slope = 2 * DEPTH * WIDTH * (1 - decay) * decay;
                for (int a = 0; a < 3; a++) {
                    forces[3 * i + a] += slope * d[a] / distance;
                    forces[3 * j + a] -= slope * d[a] / distance;
                }
            }
        }
        return LabeledStructure.builder(
                        new AtomicStructure(ELEMENTS, positions, Cell.none()), new Source("morse.extxyz", frame))
                .energy(energy)
                .forces(forces)
                .build();
    }

    /**
     * Writes frames as extended XYZ, in full precision.
     *
     * @param frames labeled frames
     * @param extra further text of each comment line, e.g. {@code config_type=a}
     * @param file the file
     * @return the file
     */
    public static Path write(List<LabeledStructure> frames, String extra, Path file) {
        StringBuilder text = new StringBuilder();
        for (LabeledStructure frame : frames) {
            text.append(frame.structure().size()).append('\n');
            text.append("Properties=species:S:1:pos:R:3:forces:R:3 energy=")
                    .append(frame.energy().getAsDouble())
                    .append(extra.isEmpty() ? "" : " " + extra)
                    .append('\n');
            double[] forces = frame.forces().orElseThrow();
            for (int i = 0; i < frame.structure().size(); i++) {
                text.append(frame.structure().element(i).symbol());
                for (int a = 0; a < 3; a++) {
                    text.append(' ').append(frame.structure().position(i, a));
                }
                for (int a = 0; a < 3; a++) {
                    text.append(String.format(Locale.ROOT, " %.17g", forces[3 * i + a]));
                }
                text.append('\n');
            }
        }
        try {
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
