package io.github.gmp.bp.symmetry;

import io.github.gmp.bp.symmetry.kernel.SymmetryKernel;
import io.github.gmp.bp.symmetry.kernel.TripletTile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The powers of h₊ = (1 + cos θ) / 2 and h₋ = (1 − cos θ) / 2 that angular functions need, and in which order to get them: whole powers
 * as products of lower ones, each computed once per triplet whatever the number of functions; other powers by {@code pow}. Immutable.
 *
 * <p>2^{1−ζ} (1 + λ cos θ)^ζ = 2 h^ζ with derivative λ ζ h^{ζ−1} by cos θ. Sums over powers of h have terms of one sign and
 * stay accurate relative to themselves, also where all angles make h small.
 */
final class PowerPlan {
    /** Row of ones, h⁰. */
    private static final int ONES = 0;
    /** Row of h₊. */
    private static final int PLUS = 1;
    /** Row of h₋. */
    private static final int MINUS = 2;
    /** Up to here powers with integer exponents are products. */
    private static final int LARGEST_PRODUCT = 1024;

    private record Power(int lambda, double exponent) {}

    private sealed interface Step {}

    /** Row {@code target} = row {@code left} × row {@code right}. */
    private record Product(int target, int left, int right) implements Step {}

    /** Row {@code target} = row {@code base} to the power of {@code exponent}. */
    private record RealPower(int target, int base, double exponent) implements Step {}

    private final Map<Power, Integer> rows = new HashMap<>();
    private final Step[] forValues;
    private final Step[] forSlopes;
    private int rowCount = MINUS + 1;

    PowerPlan(List<AngularFunction> functions) {
        for (int lambda : new int[] {-1, 1}) {
            rows.put(new Power(lambda, 0), ONES);
            rows.put(new Power(lambda, 1), base(lambda));
        }
        List<AngularFunction> ascending = functions.stream()
                .sorted(Comparator.comparingDouble(AngularFunction::zeta))
                .toList();
        List<Step> steps = new ArrayList<>();
        ascending.forEach(f -> requireValue(f.lambda(), f.zeta(), steps));
        forValues = steps.toArray(Step[]::new);
        steps.clear();
        ascending.forEach(f -> require(f.lambda(), f.zeta() - 1, steps));
        forSlopes = steps.toArray(Step[]::new);
    }

    private static int base(int lambda) {
        return lambda > 0 ? PLUS : MINUS;
    }

    private static boolean isProduct(double exponent) {
        return exponent == Math.rint(exponent) && exponent <= LARGEST_PRODUCT;
    }

    private void requireValue(int lambda, double zeta, List<Step> steps) {
        if (isProduct(zeta) || rows.containsKey(new Power(lambda, zeta))) {
            require(lambda, zeta, steps);
            return;
        }
        // The derivative needs the power below: one call of pow serves both.
        int lower = require(lambda, zeta - 1, steps);
        steps.add(new Product(rowCount, lower, base(lambda)));
        rows.put(new Power(lambda, zeta), rowCount++);
    }

    private int require(int lambda, double exponent, List<Step> steps) {
        Power power = new Power(lambda, exponent);
        Integer known = rows.get(power);
        if (known != null) {
            return known;
        }
        if (isProduct(exponent)) {
            int left = require(lambda, Math.floor(exponent / 2), steps);
            int right = require(lambda, Math.ceil(exponent / 2), steps);
            steps.add(new Product(rowCount, left, right));
        } else {
            steps.add(new RealPower(rowCount, base(lambda), exponent));
        }
        rows.put(power, rowCount);
        return rowCount++;
    }

    /**
     * Fills the powers of a tile.
     *
     * @param kernel the loops
     * @param tile the triplets with their cosines
     * @param powers {@code [row][triplet]}
     * @param withSlopes whether the powers of derivatives are wanted too
     */
    void evaluate(SymmetryKernel kernel, TripletTile tile, double[] powers, boolean withSlopes) {
        int length = tile.length();
        Arrays.fill(powers, start(ONES), start(ONES) + length, 1);
        kernel.triplets().halfAngles(tile.cosine, powers, start(PLUS), start(MINUS), length);
        evaluate(forValues, kernel, powers, length);
        if (withSlopes) {
            evaluate(forSlopes, kernel, powers, length);
        }
    }

    private static void evaluate(Step[] steps, SymmetryKernel kernel, double[] powers, int length) {
        for (Step step : steps) {
            if (step instanceof Product product) {
                kernel.arrays()
                        .multiply(
                                powers,
                                start(product.left),
                                powers,
                                start(product.right),
                                powers,
                                start(product.target),
                                length);
            } else if (step instanceof RealPower power) {
                int from = start(power.base);
                int to = start(power.target);
                for (int t = 0; t < length; t++) {
                    // Rounding may carry |cos θ| past 1 for atoms in a line, and a negative base has no real power.
                    powers[to + t] = Math.pow(Math.max(powers[from + t], 0), power.exponent);
                }
            }
        }
    }

    private static int start(int row) {
        return row * TripletTile.CAPACITY;
    }

    /** {@return the number of rows of {@link TripletTile#CAPACITY} values} */
    int rows() {
        return rowCount;
    }

    /** {@return where h^exponent starts} */
    int offset(int lambda, double exponent) {
        return start(Objects.requireNonNull(rows.get(new Power(lambda, exponent)), "a power of the plan"));
    }

    /** {@return the floating-point operations per triplet, those for derivatives not included; for the cost model} */
    int operations() {
        int halfAngles = 5;
        return halfAngles
                + Arrays.stream(forValues)
                        .mapToInt(step -> step instanceof RealPower ? SymmetryOperations.TRANSCENDENTAL : 1)
                        .sum();
    }
}
