package io.github.gmp.api.neighbor;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The neighbor list against all pairs of all images, over random cells of every kind. */
class NeighborListOracleTest {
    private record Case(AtomicStructure structure, double cutoff) {}

    @Property(tries = 400)
    void findsExactlyThePairsOfTheOracle(@ForAll("cases") Case c) {
        List<Pair> actual = Pair.of(NeighborList.build(c.structure(), c.cutoff()));
        List<Pair> expected = oracle(c.structure(), c.cutoff());
        Pair.assertMatch(actual, expected);
        Pair.assertMatch(actual, actual.stream().map(Pair::reversed).toList());
    }

    private static List<Pair> oracle(AtomicStructure s, double cutoff) {
        double[] h = s.cell().completed();
        double[][] reciprocal = {cross(h, 1, 2), cross(h, 2, 0), cross(h, 0, 1)};
        double volume = h[0] * reciprocal[0][0] + h[1] * reciprocal[0][1] + h[2] * reciprocal[0][2];
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            for (int j = 0; j < s.size(); j++) {
                double[] d = new double[3];
                for (int a = 0; a < 3; a++) {
                    d[a] = s.position(j, a) - s.position(i, a);
                }
                int[] from = new int[3];
                int[] to = new int[3];
                for (int v = 0; v < 3; v++) {
                    if (s.cell().periodic(v)) {
                        double length = Math.sqrt(dot(reciprocal[v], reciprocal[v]));
                        double along = dot(reciprocal[v], d) / volume;
                        double reach = cutoff * length / Math.abs(volume);
                        from[v] = (int) Math.floor(-along - reach);
                        to[v] = (int) Math.ceil(-along + reach);
                    }
                }
                addImages(pairs, i, j, d, h, from, to, cutoff);
            }
        }
        return pairs;
    }

    private static void addImages(
            List<Pair> pairs, int i, int j, double[] d, double[] h, int[] from, int[] to, double cutoff) {
        for (int a = from[0]; a <= to[0]; a++) {
            for (int b = from[1]; b <= to[1]; b++) {
                for (int c = from[2]; c <= to[2]; c++) {
                    double x = d[0] + a * h[0] + b * h[3] + c * h[6];
                    double y = d[1] + a * h[1] + b * h[4] + c * h[7];
                    double z = d[2] + a * h[2] + b * h[5] + c * h[8];
                    boolean self = i == j && a == 0 && b == 0 && c == 0;
                    if (!self && x * x + y * y + z * z < cutoff * cutoff) {
                        pairs.add(new Pair(i, j, x, y, z));
                    }
                }
            }
        }
    }

    private static double[] cross(double[] h, int p, int q) {
        return new double[] {
            h[3 * p + 1] * h[3 * q + 2] - h[3 * p + 2] * h[3 * q + 1],
            h[3 * p + 2] * h[3 * q] - h[3 * p] * h[3 * q + 2],
            h[3 * p] * h[3 * q + 1] - h[3 * p + 1] * h[3 * q]
        };
    }

    private static double dot(double[] u, double[] v) {
        return u[0] * v[0] + u[1] * v[1] + u[2] * v[2];
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randomValue(NeighborListOracleTest::randomCase);
    }

    private static Case randomCase(Random random) {
        boolean[] periodic = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
        double[] rows = rows(random);
        for (int v = 0; v < 3; v++) {
            // Along an axis that is not periodic the vector may be missing, or be there without meaning.
            if (!periodic[v] && random.nextBoolean()) {
                Arrays.fill(rows, 3 * v, 3 * v + 3, 0);
            }
        }
        Cell cell = Cell.of(rows, periodic[0], periodic[1], periodic[2]);
        int atoms = random.nextInt(9);
        double spread = random.nextInt(4) == 0 ? 300 : 6;
        double[] positions = new double[3 * atoms];
        Element[] elements = new Element[atoms];
        for (int i = 0; i < atoms; i++) {
            elements[i] = Element.of(1 + random.nextInt(20));
            boolean coincident = i > 0 && random.nextInt(6) == 0;
            for (int a = 0; a < 3; a++) {
                positions[3 * i + a] = coincident ? positions[3 * i - 3 + a] : spread * (random.nextDouble() - 0.5);
            }
        }
        return new Case(new AtomicStructure(elements, positions, cell), 0.7 + 4 * random.nextDouble());
    }

    /** Boxes larger and much smaller than the cutoff, needles, plates, very skewed ones, either handedness. */
    private static double[] rows(Random random) {
        double[] rows = new double[9];
        for (int v = 0; v < 3; v++) {
            rows[4 * v] = random.nextInt(3) == 0 ? 8 + 40 * random.nextDouble() : 1.2 + 4 * random.nextDouble();
        }
        int skewed = random.nextInt(4);
        for (int k = 0; k < skewed; k++) {
            int v = random.nextInt(3);
            int w = (v + 1 + random.nextInt(2)) % 3;
            double factor = 6 * (random.nextDouble() - 0.5);
            for (int a = 0; a < 3; a++) {
                rows[3 * v + a] += factor * rows[3 * w + a];
            }
        }
        if (random.nextBoolean()) {
            for (int a = 0; a < 3; a++) {
                double swapped = rows[a];
                rows[a] = rows[3 + a];
                rows[3 + a] = swapped;
            }
        }
        return rows;
    }
}
