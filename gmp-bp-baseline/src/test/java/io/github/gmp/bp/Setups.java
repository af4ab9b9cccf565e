package io.github.gmp.bp;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.bp.SymmetryFunctionLists.Angles;
import io.github.gmp.bp.SymmetryFunctionLists.Cosines;
import io.github.gmp.bp.SymmetryFunctionLists.Gaussians;
import io.github.gmp.bp.symmetry.Pairing;
import io.github.gmp.fixtures.VectorWidth;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.toolkit.kernel.KernelChoice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Configurations for tests, and a context in the place of the host. */
final class Setups {
    static final SymmetryFunctionLists NOTHING =
            new SymmetryFunctionLists(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** All five sorts, with whole and broken ζ. */
    static final SymmetryFunctionLists EVERYTHING = new SymmetryFunctionLists(
            true,
            Optional.of(new Gaussians(List.of(0.05, 0.7, 3.1), List.of(0.0, 1.5))),
            Optional.of(new Cosines(List.of(0.9, 2.2))),
            Optional.of(new Angles(List.of(0.01, 0.3), List.of(1.0, 2.5, 4.0, 13.0), List.of(-1.0, 1.0))),
            Optional.of(new Angles(List.of(0.01, 0.4), List.of(1.0, 3.3, 6.0), List.of(-1.0, 1.0))));

    /** All five sorts, few of each: the contract tests differentiate every feature numerically. */
    static final SymmetryFunctionLists SAMPLE = new SymmetryFunctionLists(
            true,
            Optional.of(new Gaussians(List.of(0.7), List.of(0.0, 1.5))),
            Optional.of(new Cosines(List.of(2.2))),
            Optional.of(new Angles(List.of(0.01, 0.3), List.of(1.0, 2.5), List.of(-1.0, 1.0))),
            Optional.of(new Angles(List.of(0.01), List.of(3.0), List.of(-1.0, 1.0))));

    private Setups() {}

    /** Plain loops, and the Vector API where there is one: what must hold for every kernel is tested with all of them. */
    static Stream<KernelChoice> kernels() {
        return VectorWidth.kernels()
                .map(KernelChoice::of)
                .filter(kernel -> kernel.isVector() || kernel.equals(KernelChoice.scalar()));
    }

    static ComponentContext contextWith(CutoffFunction cutoff) {
        return new ComponentContext() {
            @Override
            public <T> T create(ComponentKind<T> kind, ComponentSpec spec) {
                return kind.type().cast(cutoff);
            }
        };
    }

    static BehlerParrinelloConfig config(
            List<String> elements,
            EtaUnits units,
            Pairing pairing,
            SymmetryFunctionLists lists,
            Map<String, SymmetryFunctionLists> perElement) {
        ComponentSpec cutoff = new ComponentSpec("cosine", Map.of("radius", 6.0), "descriptor.cutoff");
        return new BehlerParrinelloConfig(
                elements,
                cutoff,
                units,
                pairing,
                lists.g1(),
                lists.g2(),
                lists.g3(),
                lists.g4(),
                lists.g5(),
                perElement);
    }

    static Descriptor descriptor(
            List<String> elements, Pairing pairing, CutoffFunction cutoff, SymmetryFunctionLists lists) {
        return descriptor(elements, pairing, cutoff, lists, Map.of(), KernelChoice.ofProcess());
    }

    static Descriptor descriptor(
            List<String> elements,
            Pairing pairing,
            CutoffFunction cutoff,
            SymmetryFunctionLists lists,
            Map<String, SymmetryFunctionLists> perElement,
            KernelChoice kernel) {
        return BehlerParrinello.of(
                config(elements, EtaUnits.INVERSE_SQUARE_ANGSTROM, pairing, lists, perElement),
                contextWith(cutoff),
                kernel);
    }

    /** What the host makes of {@code {type: behler-parrinello, preset: NAME, elements: …}}. */
    static Descriptor preset(String name, List<String> elements) {
        Map<String, Object> preset = PaperPresets.all().get(name);
        Map<?, ?> cutoff = (Map<?, ?>) preset.get("cutoff");
        if (!preset.get("etaUnits").equals("per-cutoff-square")
                || !cutoff.get("type").equals("cosine")) {
            throw new AssertionError("unexpected preset " + preset);
        }
        Map<?, ?> g2 = (Map<?, ?>) preset.get("g2");
        Map<?, ?> g4 = (Map<?, ?>) preset.get("g4");
        SymmetryFunctionLists lists = new SymmetryFunctionLists(
                false,
                Optional.of(new Gaussians(numbers(g2.get("etas")), numbers(g2.get("shifts")))),
                Optional.empty(),
                Optional.of(new Angles(numbers(g4.get("etas")), numbers(g4.get("zetas")), numbers(g4.get("lambdas")))),
                Optional.empty());
        double radius = (Double) cutoff.get("radius");
        return BehlerParrinello.of(
                config(elements, EtaUnits.PER_CUTOFF_SQUARE, Pairing.BY_ELEMENT, lists, Map.of()),
                contextWith(CutoffFunctions.cosine(radius)));
    }

    private static List<Double> numbers(Object list) {
        return ((List<?>) list)
                .stream().map(value -> ((Number) value).doubleValue()).toList();
    }
}
