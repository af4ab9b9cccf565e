package io.github.gmp.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** Water-like triatomics whose energy is a sum of Morse terms, with exact forces. */
final class ToyData {
    private static final String[] SYMBOLS = {"O", "H", "H"};
    private static final double[] START = {0, 0, 0, 0.96, 0, 0, -0.24, 0.93, 0};

    private ToyData() {}

    /** Writes extended XYZ. */
    static Path write(Path file, int frames, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int f = 0; f < frames; f++) {
            double[] r = START.clone();
            for (int i = 0; i < 9; i++) {
                r[i] += random.nextDouble(-0.12, 0.12);
            }
            double[] forces = new double[9];
            double energy = -10
                    + morse(r, forces, 0, 1, 2.0, 0.96)
                    + morse(r, forces, 0, 2, 2.0, 0.96)
                    + morse(r, forces, 1, 2, 0.5, 1.51);
            text.append("3\nProperties=species:S:1:pos:R:3:forces:R:3 energy=")
                    .append(energy)
                    .append('\n');
            for (int a = 0; a < 3; a++) {
                text.append(SYMBOLS[a]);
                for (int c = 0; c < 3; c++) {
                    text.append(String.format(Locale.ROOT, " %.10f", r[3 * a + c]));
                }
                for (int c = 0; c < 3; c++) {
                    text.append(String.format(Locale.ROOT, " %.10f", forces[3 * a + c]));
                }
                text.append('\n');
            }
        }
        return Files.writeString(file, text);
    }

    private static double morse(double[] r, double[] forces, int i, int j, double depth, double length) {
        double squared = 0;
        for (int c = 0; c < 3; c++) {
            squared += Math.pow(r[3 * j + c] - r[3 * i + c], 2);
        }
        double distance = Math.sqrt(squared);
        double e = Math.exp(-2 * (distance - length));
        double slope = 2 * depth * (1 - e) * 2 * e;
        for (int c = 0; c < 3; c++) {
            double along = slope * (r[3 * j + c] - r[3 * i + c]) / distance;
            forces[3 * i + c] += along;
            forces[3 * j + c] -= along;
        }
        return depth * (1 - e) * (1 - e);
    }
}
