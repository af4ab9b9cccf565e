package io.github.gmp.benchmarks;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A workload and what is known about it. Times are in µs per atom.
 *
 * @param key parameter of {@link DescriptorBenchmark}
 * @param text what it is
 * @param atoms number of atoms of its structure
 * @param neighborList parameter of {@link NeighborListBenchmark} for the list that it makes
 * @param features features
 * @param withPullback features and pullback; of reference codes: features and dense Jacobian
 */
record Goal(
        String key,
        String text,
        int atoms,
        Optional<String> neighborList,
        Optional<Limits> features,
        Optional<Limits> withPullback) {
    static final int ASPIRIN = 21;
    static final int COPPER = 256;

    /**
     * @param must what was asked for
     * @param target where it should go
     * @param reference the fastest reference code, where one was measured
     */
    record Limits(double must, double target, OptionalDouble reference) {
        static Optional<Limits> of(double must, double target, double reference) {
            return Optional.of(new Limits(must, target, OptionalDouble.of(reference)));
        }
    }

    static final List<Goal> DESCRIPTORS = List.of(
            aspirin(
                    "w1-solid-3",
                    "W1 aspirin, 10 Å, solid order norm, orders 0–7, 3 σ",
                    Limits.of(3.5, 1.8, 138),
                    Limits.of(12, 5, 549)),
            aspirin("w1-solid-6", "W1 with 6 σ", Limits.of(6, 3.5, 270), Limits.of(18, 9, 1090)),
            aspirin("w1-literal-3", "W1 literal group norm (paper), 3 σ", Limits.of(8, 4, 272), Limits.of(25, 12, 549)),
            aspirin("w1-power-8", "W1 power spectrum, orders 0–4, 8 σ", Optional.empty(), Optional.empty()),
            new Goal(
                    "w1-default",
                    "aspirin, default descriptor (6 Å smooth, orders 0–3, 3 σ; densities of the paper)",
                    ASPIRIN,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
            aspirin("w2-bp-1", "W2 BP set 1 (156), aspirin, 10 Å", Limits.of(3, 1.5, 61), Limits.of(8, 4, 120)),
            copper(
                    "w3-gmp-4-19",
                    "W3 bulk Cu 256, 15 Å, GMP(4,19)",
                    "copper/15",
                    Limits.of(350, 150, 12_600),
                    Limits.of(800, 350, 67_000)),
            copper(
                    "w3-gmp-2-10",
                    "W3 bulk Cu 256, 15 Å, GMP(2,10)",
                    "copper/15",
                    Limits.of(150, 70, 3_800),
                    Limits.of(350, 170, 9_500)),
            copper(
                    "w4-bp-1",
                    "W4 bulk Cu 256, 6 Å, BP set 1",
                    "copper/6",
                    Limits.of(75, 30, 410),
                    Limits.of(170, 80, 870)));

    /** By plain kernels. */
    static final List<Goal> PLAIN = List.of(
            aspirin("w1-solid-3", "W1, 3 σ, plain kernel", Limits.of(20, 12, 138), Optional.empty()),
            aspirin("w2-bp-1", "W2, plain kernel", Limits.of(12, 6, 61), Optional.empty()));

    private static Goal aspirin(String key, String text, Optional<Limits> features, Optional<Limits> withPullback) {
        return new Goal(key, text, ASPIRIN, Optional.of("aspirin/10"), features, withPullback);
    }

    private static Goal copper(
            String key, String text, String list, Optional<Limits> features, Optional<Limits> withPullback) {
        return new Goal(key, text, COPPER, Optional.of(list), features, withPullback);
    }
}
