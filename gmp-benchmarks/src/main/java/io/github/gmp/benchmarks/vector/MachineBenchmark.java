package io.github.gmp.benchmarks.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** What one core does, so that figures of different machines can be related: time per operation. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC"})
public class MachineBenchmark {
    private static final int EXPONENTIALS = 1024;
    /** A multiple of any number of lanes. */
    private static final int FUSED = 64_000;

    private static final int ACCUMULATORS = 10;
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Three arrays of 8 kB stay in the first cache. */
    private static final int TRIAD = 1024;

    private final double[] exponents =
            new SplittableRandom(1).doubles(EXPONENTIALS, -30, 0).toArray();
    private final double[] sums = new double[TRIAD];
    private final double[] factors = new SplittableRandom(2).doubles(TRIAD).toArray();

    /** {@return a sum of exponentials, one {@link Math#exp} per operation} */
    @Benchmark
    @OperationsPerInvocation(EXPONENTIALS)
    public double exponential() {
        double sum = 0;
        for (double exponent : exponents) {
            sum += Math.exp(exponent);
        }
        return sum;
    }

    /** {@return ten independent chains of fused multiply-adds, one lane per operation: the peak of the core} */
    @Benchmark
    @OperationsPerInvocation(FUSED * ACCUMULATORS)
    public double vectorFusedMultiplyAdd() {
        DoubleVector a = DoubleVector.broadcast(SPECIES, exponents[0]);
        DoubleVector b = DoubleVector.broadcast(SPECIES, 1e-9);
        DoubleVector x0 = a;
        DoubleVector x1 = a;
        DoubleVector x2 = a;
        DoubleVector x3 = a;
        DoubleVector x4 = a;
        DoubleVector x5 = a;
        DoubleVector x6 = a;
        DoubleVector x7 = a;
        DoubleVector x8 = a;
        DoubleVector x9 = a;
        for (int i = 0; i < FUSED; i += LANES) {
            x0 = x0.fma(b, a);
            x1 = x1.fma(b, a);
            x2 = x2.fma(b, a);
            x3 = x3.fma(b, a);
            x4 = x4.fma(b, a);
            x5 = x5.fma(b, a);
            x6 = x6.fma(b, a);
            x7 = x7.fma(b, a);
            x8 = x8.fma(b, a);
            x9 = x9.fma(b, a);
        }
        return x0.add(x1)
                .add(x2.add(x3))
                .add(x4.add(x5))
                .add(x6.add(x7))
                .add(x8.add(x9))
                .lane(0);
    }

    /** {@return one chain of scalar fused multiply-adds: their latency} */
    @Benchmark
    @OperationsPerInvocation(FUSED)
    public double scalarFusedMultiplyAddLatency() {
        double x = exponents[0];
        for (int i = 0; i < FUSED; i++) {
            x = Math.fma(x, 1e-9, exponents[1]);
        }
        return x;
    }

    /** {@return ten independent chains of scalar fused multiply-adds: what plain loops reach at best without vectors} */
    @Benchmark
    @OperationsPerInvocation(FUSED * ACCUMULATORS)
    public double scalarFusedMultiplyAdd() {
        double a = exponents[0];
        double b = 1e-9;
        double x0 = a;
        double x1 = a;
        double x2 = a;
        double x3 = a;
        double x4 = a;
        double x5 = a;
        double x6 = a;
        double x7 = a;
        double x8 = a;
        double x9 = a;
        for (int i = 0; i < FUSED; i++) {
            x0 = Math.fma(x0, b, a);
            x1 = Math.fma(x1, b, a);
            x2 = Math.fma(x2, b, a);
            x3 = Math.fma(x3, b, a);
            x4 = Math.fma(x4, b, a);
            x5 = Math.fma(x5, b, a);
            x6 = Math.fma(x6, b, a);
            x7 = Math.fma(x7, b, a);
            x8 = Math.fma(x8, b, a);
            x9 = Math.fma(x9, b, a);
        }
        return x0 + x1 + x2 + x3 + x4 + x5 + x6 + x7 + x8 + x9;
    }

    /** {@return a_i = b_i + s c_i from the first cache, one element per operation} */
    @Benchmark
    @OperationsPerInvocation(TRIAD)
    public double[] triad() {
        for (int i = 0; i < TRIAD; i++) {
            sums[i] = exponents[i] + 0.5 * factors[i];
        }
        return sums;
    }
}
