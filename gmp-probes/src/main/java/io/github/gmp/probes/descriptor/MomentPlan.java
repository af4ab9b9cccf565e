package io.github.gmp.probes.descriptor;

import io.github.gmp.api.invariant.MomentLayout;
import io.github.gmp.api.math.Polynomial;
import io.github.gmp.api.probe.AngularProbe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How moments come from sums over neighbors, worked out once per descriptor.
 *
 * <p>The overlap of P(r) A exp(−α r²) at a centre with B exp(−β |r − x|²) is C e^{−κx²} [exp(Δ/4γ) P](λx), γ = α + β, λ = β/γ, κ = αβ/γ,
 * C = A B (π/γ)^{3/2}. With P = Σ_d P_d by degree, its part of degree e in x is
 *
 * <pre>Σ_m [Δ^m P_{e+2m} / (4^m m!)](x) · R_{e,m}(x²),   R_{e,m}(x²) = Σ C λ^e γ^{−m} e^{−κ x²} over the pairs of Gaussians.</pre>
 *
 * <p>So a neighbor enters only by the products monomial(x) · R_{e,m,σ}(x²), whatever the polynomials: their sums over neighbors, the
 * <em>sums</em> below, are shared by all components of all orders, and a sparse matrix of constants turns them into moments once per centre.
 * A pair (e, m) is called a channel; solid harmonics have Δ P = 0 and hence only m = 0.
 *
 * <p>Sums lie as {@code [radial][channel][monomial of degree e]}, moments as {@link MomentLayout} says.
 */
final class MomentPlan {
    /** A radial function R_{e,m}, ordered by degree. */
    record Channel(int degree, int gammaPower) implements Comparable<Channel> {
        @Override
        public int compareTo(Channel other) {
            return degree != other.degree
                    ? Integer.compare(degree, other.degree)
                    : Integer.compare(gammaPower, other.gammaPower);
        }
    }

    private record Entry(Channel channel, int monomial, double coefficient) {}

    private final int radials;
    private final List<Channel> channels;
    private final Monomials monomials;
    private final int[] degree;
    private final int[] channelOffset;
    private final int sumsPerRadial;
    /** Row c of the matrix: entries from {@code rowStart[c]} to {@code rowStart[c + 1]}. */
    private final int[] rowStart;

    private final int[] column;
    private final double[] coefficient;

    MomentPlan(MomentLayout layout) {
        radials = layout.radialCount();
        List<List<Entry>> rows = new ArrayList<>();
        for (AngularProbe probe : layout.angular()) {
            for (AngularProbe.Component component : probe.components()) {
                rows.add(entries(component.polynomial()));
            }
        }
        SortedMap<Channel, Integer> offsets = new TreeMap<>();
        rows.forEach(row -> row.forEach(entry -> offsets.put(entry.channel(), 0)));
        channels = List.copyOf(offsets.keySet());
        monomials =
                new Monomials(channels.stream().mapToInt(Channel::degree).max().orElse(0));
        degree = channels.stream().mapToInt(Channel::degree).toArray();
        channelOffset = new int[channels.size()];
        int next = 0;
        for (int h = 0; h < channelOffset.length; h++) {
            channelOffset[h] = next;
            offsets.put(channels.get(h), next);
            next += Monomials.count(degree[h]);
        }
        sumsPerRadial = next;
        int entries = rows.stream().mapToInt(List::size).sum();
        rowStart = new int[rows.size() + 1];
        column = new int[entries];
        coefficient = new double[entries];
        int at = 0;
        for (int c = 0; c < rows.size(); c++) {
            for (Entry entry : rows.get(c)) {
                column[at] = offsets.get(entry.channel()) + entry.monomial();
                coefficient[at] = entry.coefficient();
                at++;
            }
            rowStart[c + 1] = at;
        }
    }

    private static List<Entry> entries(Polynomial polynomial) {
        List<Entry> entries = new ArrayList<>();
        for (int d = polynomial.degree(); d >= 0; d--) {
            Polynomial part = polynomial.homogeneousPart(d);
            double factor = 1;
            for (int m = 0; !part.isZero(); m++) {
                for (Polynomial.Term term : part.terms()) {
                    entries.add(new Entry(
                            new Channel(d - 2 * m, m),
                            Monomials.index(term.b(), term.c()),
                            factor * term.coefficient()));
                }
                part = part.laplacian();
                factor /= 4 * (m + 1);
            }
        }
        return Collections.unmodifiableList(entries);
    }

    int radials() {
        return radials;
    }

    List<Channel> channels() {
        return channels;
    }

    Monomials monomials() {
        return monomials;
    }

    /** Degree of each channel, the live array. */
    int[] degrees() {
        return degree;
    }

    /** Where the sums of each channel start within those of a radial probe, the live array. */
    int[] channelOffsets() {
        return channelOffset;
    }

    int sumsPerRadial() {
        return sumsPerRadial;
    }

    int sums() {
        return radials * sumsPerRadial;
    }

    int moments() {
        return radials * (rowStart.length - 1);
    }

    /** Number of nonzero constants of the matrix. */
    int entries() {
        return coefficient.length;
    }

    /** μ = T · sums. */
    void toMoments(double[] sums, double[] moments) {
        for (int c = 0; c + 1 < rowStart.length; c++) {
            for (int s = 0; s < radials; s++) {
                int base = s * sumsPerRadial;
                double sum = 0;
                for (int k = rowStart[c]; k < rowStart[c + 1]; k++) {
                    sum += coefficient[k] * sums[base + column[k]];
                }
                moments[c * radials + s] = sum;
            }
        }
    }

    /** ∂E/∂sums = Tᵀ · ∂E/∂μ. */
    void toSumGradient(double[] momentGradient, double[] sumGradient) {
        Arrays.fill(sumGradient, 0);
        for (int c = 0; c + 1 < rowStart.length; c++) {
            for (int s = 0; s < radials; s++) {
                int base = s * sumsPerRadial;
                double gradient = momentGradient[c * radials + s];
                for (int k = rowStart[c]; k < rowStart[c + 1]; k++) {
                    sumGradient[base + column[k]] += coefficient[k] * gradient;
                }
            }
        }
    }
}
