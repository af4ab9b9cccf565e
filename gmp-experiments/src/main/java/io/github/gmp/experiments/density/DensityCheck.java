package io.github.gmp.experiments.density;

import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.structure.Element;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares densities with those of other files, e.g. of the pseudopotentials that they were recomputed from. */
final class DensityCheck {
    /** Files with few digits differ by this much of the electrons. */
    private static final double NOTABLE = 1e-3;

    private DensityCheck() {}

    /** Lines for the user: what agrees, and each element that does not. */
    static List<String> lines(Collection<RadialDensity> densities, List<RadialDensity> others) {
        Map<Element, List<RadialDensity>> byElement = new EnumMap<>(Element.class);
        others.forEach(other -> byElement
                .computeIfAbsent(other.element(), element -> new ArrayList<>())
                .add(other));
        List<String> lines = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        int compared = 0;
        double worst = 0;
        String worstName = "";
        for (RadialDensity density : densities) {
            List<RadialDensity> same = byElement.getOrDefault(density.element(), List.of());
            if (same.isEmpty()) {
                missing.add(density.element().symbol());
            }
            for (RadialDensity other : same) {
                if (other.electrons() != density.electrons()) {
                    lines.add(String.format(
                            Locale.ROOT,
                            "check: %s has %s electrons, %s has %s",
                            density.name(),
                            density.electrons(),
                            other.name(),
                            other.electrons()));
                    continue;
                }
                compared++;
                double difference = difference(density, other);
                if (difference > worst) {
                    worst = difference;
                    worstName = density.name();
                }
                if (difference > NOTABLE) {
                    lines.add(String.format(
                            Locale.ROOT,
                            "check: %s and %s (%s) differ by %.2g of the electrons where both have data",
                            density.name(),
                            other.name(),
                            other.origin(),
                            difference));
                }
            }
        }
        if (!missing.isEmpty()) {
            lines.add("check: nothing to compare with for " + String.join(" ", missing));
        }
        lines.add(String.format(
                Locale.ROOT,
                "check: %d densities have the electrons of the other file; largest difference %.2g of the electrons%s",
                compared,
                worst,
                worstName.isEmpty() ? "" : " (" + worstName + ")"));
        return lines;
    }

    /** ∫ |ρ − ρ_other| 4πr² dr / N over the points of the first that lie within the other. */
    static double difference(RadialDensity density, RadialDensity other) {
        double sum = 0;
        int next = 1;
        for (int i = 0; i < density.size(); i++) {
            double r = density.radius(i);
            if (r < other.radius(0) || r > other.radius(other.size() - 1)) {
                continue;
            }
            while (next < other.size() - 1 && other.radius(next) < r) {
                next++;
            }
            double share = (r - other.radius(next - 1)) / (other.radius(next) - other.radius(next - 1));
            double value = (1 - share) * other.density(next - 1) + share * other.density(next);
            sum += 4 * Math.PI * r * r * density.spacing(i) * Math.abs(density.density(i) - value);
        }
        return sum / density.electrons();
    }
}
