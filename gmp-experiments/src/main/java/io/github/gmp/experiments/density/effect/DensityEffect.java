package io.github.gmp.experiments.density.effect;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.structure.Element;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.runtime.progress.Progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Compares density sources with numerical densities. */
public final class DensityEffect {
    /** Tables are off by a few percent; a semicore shell more or less is another density. */
    private static final double OTHER_ELECTRONS = 0.1;

    private DensityEffect() {}

    /**
     * {@return the report}
     *
     * @param references numerical densities; where there are several of an element, a source is compared with that which has its number of
     *     electrons most nearly
     * @param sources density sources by name, in the order of the report
     * @param progress advanced by one per numerical density
     * @throws DataException if there is nothing to compare
     */
    public static DensityEffectResult run(
            Collection<RadialDensity> references, Map<String, DensitySource> sources, Progress progress) {
        Map<Element, List<MomentDeviation>> byElement = new EnumMap<>(Element.class);
        progress.start("moments of numerical densities", references.size());
        for (RadialDensity reference : references) {
            byElement
                    .computeIfAbsent(reference.element(), e -> new ArrayList<>())
                    .add(new MomentDeviation(reference));
            progress.advance(1);
        }
        progress.finish();
        List<DensityEffectResult.Row> rows = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        byElement.forEach((element, effects) -> sources.forEach((name, source) -> {
            if (source.elements().contains(element)) {
                GaussianMixture density = source.density(element);
                MomentDeviation nearest = nearest(effects, density.integral());
                double electrons = nearest.reference().electrons();
                if (Math.abs(density.integral() - electrons) > OTHER_ELECTRONS * electrons) {
                    leftOut.add(element.symbol() + ": " + name + " has " + Numbers.significant(density.integral())
                            + " electrons, " + nearest.reference().name() + " has " + electrons);
                } else {
                    rows.add(new DensityEffectResult.Row(name, nearest.reference(), nearest.deviations(density)));
                }
            }
        }));
        if (rows.isEmpty()) {
            throw new DataException(
                    "none of the density sources has an element of the numerical densities, with as many electrons");
        }
        return new DensityEffectResult(List.copyOf(sources.keySet()), rows, leftOut);
    }

    private static MomentDeviation nearest(List<MomentDeviation> effects, double electrons) {
        return effects.stream()
                .min(Comparator.comparingDouble(
                        effect -> Math.abs(effect.reference().electrons() - electrons)))
                .orElseThrow();
    }
}
