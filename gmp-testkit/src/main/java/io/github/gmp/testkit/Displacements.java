package io.github.gmp.testkit;

import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Structures moved along tangents, and tangents to move them along. */
final class Displacements {
    private Displacements() {}

    static AtomicStructure doubled(AtomicStructure crystal) {
        int n = crystal.size();
        Element[] elements = new Element[2 * n];
        double[] positions = new double[6 * n];
        double[] rows = crystal.cell().rows();
        for (int i = 0; i < 2 * n; i++) {
            elements[i] = crystal.element(i % n);
            for (int a = 0; a < 3; a++) {
                positions[3 * i + a] = crystal.position(i % n, a) + (i < n ? 0 : rows[3 + a]);
            }
        }
        for (int a = 0; a < 3; a++) {
            rows[3 + a] *= 2;
        }
        return new AtomicStructure(elements, positions, Cell.of(rows, true, true, true));
    }

    static AtomicStructure withCopy(AtomicStructure molecule, double distance) {
        int n = molecule.size();
        Element[] elements = new Element[2 * n];
        double[] positions = new double[6 * n];
        for (int i = 0; i < 2 * n; i++) {
            elements[i] = molecule.element(i % n);
            for (int a = 0; a < 3; a++) {
                positions[3 * i + a] = molecule.position(i % n, a) + (i < n || a > 0 ? 0 : distance);
            }
        }
        return new AtomicStructure(elements, positions, molecule.cell());
    }

    static GeometryVector randomTangent(int atoms, SplittableRandom random) {
        double[] positions = random.doubles(3L * atoms, -1, 1).toArray();
        double[] strain = random.doubles(9, -0.2, 0.2).toArray();
        return new GeometryVector(positions, strain);
    }

    static GeometryVector unit(int atoms, int component) {
        double[] positions = new double[3 * atoms];
        double[] strain = new double[9];
        if (component < positions.length) {
            positions[component] = 1;
        } else {
            strain[component - positions.length] = 1;
        }
        return new GeometryVector(positions, strain);
    }

    static AtomicStructure displaced(AtomicStructure structure, GeometryVector tangent, double h) {
        double[] strain = tangent.strain().clone();
        for (int k = 0; k < 9; k++) {
            strain[k] *= h;
        }
        AtomicStructure strained = structure.strained(strain);
        double[] positions = strained.positions();
        for (int k = 0; k < positions.length; k++) {
            positions[k] += h * tangent.positions()[k];
        }
        return strained.withPositions(positions);
    }

    static double[] flat(GeometryVector vector) {
        double[] result = Arrays.copyOf(vector.positions(), vector.positions().length + 9);
        System.arraycopy(vector.strain(), 0, result, vector.positions().length, 9);
        return result;
    }
}
