package io.github.gmp.testkit;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;

import java.util.random.RandomGenerator;

/** Random rotations, uniform over SO(3). */
public final class Rotations {
    private Rotations() {}

    /**
     * {@return a random rotation matrix, {@code [3][3]} row-major}
     *
     * @param random source of randomness
     */
    public static double[] random(RandomGenerator random) {
        double[] q = new double[4];
        double norm = 0;
        for (int i = 0; i < 4; i++) {
            q[i] = random.nextGaussian();
            norm += q[i] * q[i];
        }
        norm = Math.sqrt(norm);
        double w = q[0] / norm;
        double x = q[1] / norm;
        double y = q[2] / norm;
        double z = q[3] / norm;
        return new double[] {
            1 - 2 * (y * y + z * z),
            2 * (x * y - w * z),
            2 * (x * z + w * y),
            2 * (x * y + w * z),
            1 - 2 * (x * x + z * z),
            2 * (y * z - w * x),
            2 * (x * z - w * y),
            2 * (y * z + w * x),
            1 - 2 * (x * x + y * y)
        };
    }

    /**
     * {@return the rotated vectors}
     *
     * @param rotation {@code [3][3]} row-major
     * @param vectors {@code [n][3]} flattened
     */
    public static double[] apply(double[] rotation, double[] vectors) {
        double[] result = new double[vectors.length];
        for (int i = 0; i < vectors.length; i += 3) {
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    result[i + a] += rotation[3 * a + b] * vectors[i + b];
                }
            }
        }
        return result;
    }

    /**
     * {@return atoms and cell rotated together}
     *
     * @param rotation {@code [3][3]} row-major
     * @param structure a structure
     */
    public static AtomicStructure apply(double[] rotation, AtomicStructure structure) {
        Cell cell = structure.cell();
        Cell rotated = cell.isEmpty()
                ? cell
                : Cell.of(apply(rotation, cell.rows()), cell.periodic(0), cell.periodic(1), cell.periodic(2));
        Element[] elements = new Element[structure.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = structure.element(i);
        }
        return new AtomicStructure(elements, apply(rotation, structure.positions()), rotated);
    }
}
