package io.github.gmp.probes.moment;

import io.github.gmp.api.multipole.invariant.MomentLayout;
import io.github.gmp.api.multipole.probe.AngularProbe;
import io.github.gmp.api.multipole.probe.Polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How moments come from sums over neighbors, worked out once per descriptor. Immutable and thread-safe.
 *
 * <p>The overlap of P(r) A exp(−α r²) at a center with B exp(−β |r − x|²) is C e^{−κx²} [exp(Δ/4γ) P](λx), γ = α + β, λ = β/γ, κ = αβ/γ,
 * C = A B (π/γ)^{3/2}. With P = Σ_d P_d by degree, its part of degree e in x is
 *
 * <pre>Σ_m D_m(x) Σ C λ^e γ^{−m} e^{−κ x²},   D_m = Δ^m P_{e+2m} / (4^m m!),   the inner sum over the pairs of Gaussians.</pre>
 *
 * <p>So a neighbor enters only by products of a few radial functions ({@link Channel}s) and the {@link PairFunctions} of their degree: solid
 * harmonics where they suffice, monomials otherwise. Their sums over neighbors, the <em>sums</em> below, are shared by all components,
 * and a sparse matrix of constants turns them into moments once per center.
 *
 * <p>Sums lie as {@code [channel][function of its degree][radial]}, moments as {@link MomentLayout} says: {@code [component][radial]}.
 */
public final class MomentPlan {
    /** Coefficients below this times the largest of their row are rounding. */
    private static final double ROUNDING = 1e-13;

    private final int radials;
    private final List<Channel> channels;
    private final PairFunctions functions;
    private final int[] channelOffset;
    private final int sumsPerRadial;
    /** Row c of the matrix: entries from {@code rowStart[c]} to {@code rowStart[c + 1]}. */
    private final int[] rowStart;

    private final int[] column;
    private final double[] coefficient;
    private final boolean identity;

    /** @param layout the moments */
    public MomentPlan(MomentLayout layout) {
        radials = layout.radialCount();
        List<ChannelParts> probes =
                layout.angular().stream().map(ChannelParts::new).toList();
        channels = probes.stream()
                .flatMap(p -> p.parts().keySet().stream())
                .distinct()
                .sorted(Comparator.comparingInt(Channel::degree)
                        .thenComparing(c -> c.gammaPolynomial().toString()))
                .toList();
        int maxDegree = channels.stream().mapToInt(Channel::degree).max().orElse(0);
        functions = allHarmonic(probes) ? new SolidHarmonics(maxDegree) : new Monomials(maxDegree);
        channelOffset = new int[channels.size()];
        int next = 0;
        for (int h = 0; h < channelOffset.length; h++) {
            channelOffset[h] = next;
            next += functions.count(channels.get(h).degree());
        }
        sumsPerRadial = next;
        List<Map<Integer, Double>> rows = rows(layout, probes);
        rowStart = new int[rows.size() + 1];
        int entries = rows.stream().mapToInt(Map::size).sum();
        column = new int[entries];
        coefficient = new double[entries];
        int at = 0;
        for (int c = 0; c < rows.size(); c++) {
            for (Map.Entry<Integer, Double> entry : rows.get(c).entrySet()) {
                column[at] = entry.getKey();
                coefficient[at++] = entry.getValue();
            }
            rowStart[c + 1] = at;
        }
        identity = isIdentity();
    }

    /** True where angular probes are the pair functions themselves, as in the compact basis of the solid harmonics. */
    private boolean isIdentity() {
        boolean result = rowStart.length - 1 == sumsPerRadial && coefficient.length == sumsPerRadial;
        for (int k = 0; result && k < coefficient.length; k++) {
            result = rowStart[k] == k && column[k] == k && Math.abs(coefficient[k] - 1) < ROUNDING;
        }
        return result;
    }

    /** Harmonic polynomials are those that leave nothing to higher powers of 1/γ. */
    private static boolean allHarmonic(List<ChannelParts> probes) {
        return probes.stream()
                .flatMap(p -> p.parts().keySet().stream())
                .allMatch(c -> c.gammaPolynomial().get(0) != 0
                        && c.gammaPolynomial().stream().skip(1).allMatch(q -> q == 0));
    }

    /** One row per component: coefficient by place among the sums of a radial probe. */
    private List<Map<Integer, Double>> rows(MomentLayout layout, List<ChannelParts> probes) {
        List<Map<Integer, Double>> rows = new ArrayList<>();
        for (int p = 0; p < probes.size(); p++) {
            AngularProbe probe = layout.angular().get(p);
            for (int c = 0; c < probe.components().size(); c++) {
                Map<Integer, Double> row = new LinkedHashMap<>();
                for (Map.Entry<Channel, List<Polynomial>> part :
                        probes.get(p).parts().entrySet()) {
                    int offset = channelOffset[channels.indexOf(part.getKey())];
                    double[] expansion =
                            expansion(part.getValue().get(c), part.getKey().degree());
                    for (int i = 0; i < expansion.length; i++) {
                        if (expansion[i] != 0) {
                            row.put(offset + i, expansion[i]);
                        }
                    }
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /**
     * Coefficients of a homogeneous polynomial in the pair functions of its degree. Both sets of functions are orthogonal in the product
     * ⟨P, Q⟩ = P(∂) Q = Σ a! b! c! P_abc Q_abc.
     */
    private double[] expansion(Polynomial polynomial, int degree) {
        double[] result = new double[functions.count(degree)];
        if (polynomial.isZero()) {
            return result;
        }
        double largest = 0;
        for (int i = 0; i < result.length; i++) {
            Polynomial function = functions.polynomial(degree, i);
            result[i] = product(polynomial, function) / product(function, function);
            largest = Math.max(largest, Math.abs(result[i]));
        }
        for (int i = 0; i < result.length; i++) {
            result[i] = Math.abs(result[i]) < ROUNDING * largest ? 0 : result[i];
        }
        return result;
    }

    private static double product(Polynomial p, Polynomial q) {
        double sum = 0;
        for (Polynomial.Term s : p.terms()) {
            for (Polynomial.Term t : q.terms()) {
                if (s.a() == t.a() && s.b() == t.b() && s.c() == t.c()) {
                    sum += s.coefficient() * t.coefficient() * factorial(s.a()) * factorial(s.b()) * factorial(s.c());
                }
            }
        }
        return sum;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }

    /** {@return the number of radial probes} */
    public int radials() {
        return radials;
    }

    /** {@return the radial functions per radial probe, ascending in degree} */
    public List<Channel> channels() {
        return channels;
    }

    /** {@return the functions of the pair vector} */
    public PairFunctions functions() {
        return functions;
    }

    /** {@return the degree of each channel} */
    public int[] degrees() {
        return channels.stream().mapToInt(Channel::degree).toArray();
    }

    /** {@return where the sums of each channel start, in sums of one radial probe} */
    public int[] channelOffsets() {
        return channelOffset.clone();
    }

    /** {@return the number of sums per radial probe} */
    public int sumsPerRadial() {
        return sumsPerRadial;
    }

    /** {@return the number of sums of a center} */
    public int sums() {
        return radials * sumsPerRadial;
    }

    /** {@return the number of moments of a center} */
    public int moments() {
        return radials * (rowStart.length - 1);
    }

    /** {@return the number of constants of the matrix} */
    public int entries() {
        return coefficient.length;
    }

    /**
     * μ = T · sums.
     *
     * @param sums the sums of a center
     * @param moments receives its moments
     */
    public void toMoments(double[] sums, double[] moments) {
        if (identity) {
            System.arraycopy(sums, 0, moments, 0, sums.length);
            return;
        }
        int s = 0;
        for (; s + 3 <= radials; s += 3) {
            threeToMoments(sums, s, moments);
        }
        for (; s < radials; s++) {
            oneToMoments(sums, s, moments);
        }
    }

    /** Three radial probes at a time: their sums are independent, and the matrix is read once. */
    private void threeToMoments(double[] sums, int s, double[] moments) {
        for (int c = 0; c + 1 < rowStart.length; c++) {
            double sum0 = 0;
            double sum1 = 0;
            double sum2 = 0;
            for (int k = rowStart[c]; k < rowStart[c + 1]; k++) {
                double factor = coefficient[k];
                int at = column[k] * radials + s;
                sum0 += factor * sums[at];
                sum1 += factor * sums[at + 1];
                sum2 += factor * sums[at + 2];
            }
            int to = c * radials + s;
            moments[to] = sum0;
            moments[to + 1] = sum1;
            moments[to + 2] = sum2;
        }
    }

    private void oneToMoments(double[] sums, int s, double[] moments) {
        for (int c = 0; c + 1 < rowStart.length; c++) {
            double sum = 0;
            for (int k = rowStart[c]; k < rowStart[c + 1]; k++) {
                sum += coefficient[k] * sums[column[k] * radials + s];
            }
            moments[c * radials + s] = sum;
        }
    }

    /**
     * ∂E/∂sums = Tᵀ · ∂E/∂μ.
     *
     * @param momentGradient ∂E/∂μ of a center
     * @param sumGradient receives ∂E/∂sums
     */
    public void toSumGradient(double[] momentGradient, double[] sumGradient) {
        if (identity) {
            System.arraycopy(momentGradient, 0, sumGradient, 0, sumGradient.length);
            return;
        }
        Arrays.fill(sumGradient, 0);
        for (int c = 0; c + 1 < rowStart.length; c++) {
            int from = c * radials;
            for (int k = rowStart[c]; k < rowStart[c + 1]; k++) {
                double factor = coefficient[k];
                int to = column[k] * radials;
                for (int s = 0; s < radials; s++) {
                    sumGradient[to + s] += factor * momentGradient[from + s];
                }
            }
        }
    }
}
