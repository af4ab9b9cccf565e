package io.github.gmp.probes.moment;

import io.github.gmp.api.multipole.probe.AngularProbe;
import io.github.gmp.api.multipole.probe.Polynomial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The polynomials of one angular probe, taken apart into channels: by degree e in x, Σ_m D_m(x) γ^{−m} with D_m = Δ^m P_{e+2m} / (4^m m!),
 * see {@link MomentPlan}. Where the D_m of all components are the same multiples of each other, as for the Maxwell-Cartesian harmonics in
 * their literal form, they share one channel; otherwise every m is a channel.
 */
final class ChannelParts {
    private static final double SAME = 1e-12;

    /** Of each channel, the polynomial per component; zero polynomials where a component has none. */
    private final Map<Channel, List<Polynomial>> parts = new LinkedHashMap<>();

    ChannelParts(AngularProbe probe) {
        int components = probe.components().size();
        int highest = probe.components().stream()
                .mapToInt(c -> c.polynomial().degree())
                .max()
                .orElse(0);
        // byDegree[e][m][component] = D_m
        List<List<List<Polynomial>>> byDegree = new ArrayList<>();
        for (int e = 0; e <= highest; e++) {
            byDegree.add(new ArrayList<>());
        }
        for (int d = 0; d <= highest; d++) {
            List<Polynomial> level = new ArrayList<>();
            for (AngularProbe.Component component : probe.components()) {
                level.add(component.polynomial().homogeneousPart(d));
            }
            for (int m = 0; d - 2 * m >= 0; m++) {
                List<List<Polynomial>> ofDegree = byDegree.get(d - 2 * m);
                while (ofDegree.size() <= m) {
                    ofDegree.add(zeros(components));
                }
                ofDegree.set(m, List.copyOf(level));
                double factor = 1.0 / (4 * (m + 1));
                level.replaceAll(p -> withoutRounding(p.laplacian().scaled(factor), largest(p)));
            }
        }
        for (int e = 0; e <= highest; e++) {
            addDegree(e, byDegree.get(e));
        }
    }

    /** The Laplacian of a harmonic polynomial whose coefficients are no whole numbers is zero up to rounding. */
    private static Polynomial withoutRounding(Polynomial polynomial, double scale) {
        return Polynomial.of(polynomial.terms().stream()
                .filter(t -> Math.abs(t.coefficient()) > SAME * scale)
                .toList());
    }

    private static List<Polynomial> zeros(int count) {
        List<Polynomial> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(Polynomial.of(List.of()));
        }
        return list;
    }

    Map<Channel, List<Polynomial>> parts() {
        return parts;
    }

    private void addDegree(int e, List<List<Polynomial>> byPower) {
        int first = 0;
        while (first < byPower.size() && byPower.get(first).stream().allMatch(Polynomial::isZero)) {
            first++;
        }
        if (first == byPower.size()) {
            return;
        }
        List<Double> ratios = new ArrayList<>();
        boolean shared = true;
        for (int m = 0; m < byPower.size(); m++) {
            double ratio = m < first ? 0 : ratio(byPower.get(m), byPower.get(first));
            shared &= m < first || isMultiple(byPower.get(m), byPower.get(first), ratio);
            ratios.add(ratio);
        }
        if (shared) {
            parts.put(new Channel(e, ratios), byPower.get(first));
            return;
        }
        for (int m = first; m < byPower.size(); m++) {
            if (!byPower.get(m).stream().allMatch(Polynomial::isZero)) {
                List<Double> single = new ArrayList<>();
                for (int k = 0; k <= m; k++) {
                    single.add(k == m ? 1.0 : 0.0);
                }
                parts.put(new Channel(e, single), byPower.get(m));
            }
        }
    }

    /** The factor between two lists of polynomials, if there is one: read off the first term. */
    private static double ratio(List<Polynomial> numerators, List<Polynomial> denominators) {
        for (int c = 0; c < denominators.size(); c++) {
            for (Polynomial.Term term : denominators.get(c).terms()) {
                return coefficient(numerators.get(c), term) / term.coefficient();
            }
        }
        throw new IllegalArgumentException("no term to compare with");
    }

    private static boolean isMultiple(List<Polynomial> these, List<Polynomial> those, double ratio) {
        for (int c = 0; c < these.size(); c++) {
            double scale = largest(these.get(c)) + Math.abs(ratio) * largest(those.get(c));
            List<Polynomial.Term> terms = new ArrayList<>(these.get(c).terms());
            terms.addAll(those.get(c).scaled(-ratio).terms());
            if (largest(Polynomial.of(terms)) > SAME * scale) {
                return false;
            }
        }
        return true;
    }

    private static double largest(Polynomial polynomial) {
        return polynomial.terms().stream()
                .mapToDouble(t -> Math.abs(t.coefficient()))
                .max()
                .orElse(0);
    }

    private static double coefficient(Polynomial polynomial, Polynomial.Term like) {
        return polynomial.terms().stream()
                .filter(t -> t.a() == like.a() && t.b() == like.b() && t.c() == like.c())
                .mapToDouble(Polynomial.Term::coefficient)
                .findFirst()
                .orElse(0);
    }
}
