package io.github.gmp.bp;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;
import io.github.gmp.bp.symmetry.Pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * The formulas of the symmetry functions written down as they stand, with their own sum over periodic images: slow, and independent of
 * neighbor lists, tables and groups. η in Å⁻².
 */
final class NaiveSymmetryFunctions {
    private record Neighbor(Element element, double x, double y, double z) {
        double distance() {
            return Math.sqrt(x * x + y * y + z * z);
        }

        double distanceTo(Neighbor other) {
            return new Neighbor(element, other.x - x, other.y - y, other.z - z).distance();
        }
    }

    private final AtomicStructure structure;
    private final List<Element> elements;
    private final Pairing pairing;
    private final double cutoff;
    private final DoubleUnaryOperator cutoffFunction;

    NaiveSymmetryFunctions(
            AtomicStructure structure,
            List<String> elements,
            Pairing pairing,
            double cutoff,
            DoubleUnaryOperator cutoffFunction) {
        this.structure = structure;
        this.elements = elements.stream()
                .map(Element::of)
                .sorted(Comparator.comparing(Element::atomicNumber))
                .toList();
        this.pairing = pairing;
        this.cutoff = cutoff;
        this.cutoffFunction = cutoffFunction;
    }

    /** All features of one center in the documented order. */
    double[] features(int center, SymmetryFunctionLists lists) {
        List<Neighbor> neighbors = neighbors(center);
        List<Double> result = new ArrayList<>();
        if (lists.g1()) {
            addRadial(result, neighbors, List.of(r -> 1));
        }
        lists.g2().ifPresent(g2 -> {
            List<DoubleUnaryOperator> functions = new ArrayList<>();
            g2.etas().forEach(eta -> g2.shifts()
                    .forEach(shift -> functions.add(r -> Math.exp(-eta * Math.pow(r - shift, 2)))));
            addRadial(result, neighbors, functions);
        });
        lists.g3().ifPresent(g3 -> {
            List<DoubleUnaryOperator> functions = new ArrayList<>();
            g3.kappas().forEach(kappa -> functions.add(r -> Math.cos(kappa * r)));
            addRadial(result, neighbors, functions);
        });
        lists.g4().ifPresent(g4 -> addAngular(result, neighbors, g4, true));
        lists.g5().ifPresent(g5 -> addAngular(result, neighbors, g5, false));
        return result.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private double f(double r) {
        return r < cutoff ? cutoffFunction.applyAsDouble(r) : 0;
    }

    private void addRadial(List<Double> result, List<Neighbor> neighbors, List<DoubleUnaryOperator> functions) {
        List<Element> channels = pairing == Pairing.BY_ELEMENT ? elements : elements.subList(0, 1);
        for (Element channel : channels) {
            for (DoubleUnaryOperator function : functions) {
                double sum = 0;
                for (Neighbor j : neighbors) {
                    if (pairing != Pairing.BY_ELEMENT || j.element() == channel) {
                        sum += weight(j) * function.applyAsDouble(j.distance()) * f(j.distance());
                    }
                }
                result.add(sum);
            }
        }
    }

    private void addAngular(
            List<Double> result, List<Neighbor> neighbors, SymmetryFunctionLists.Angles lists, boolean thirdSide) {
        for (BiPredicate<Element, Element> channel : pairChannels()) {
            for (double eta : lists.etas()) {
                for (double zeta : lists.zetas()) {
                    for (double lambda : lists.lambdas()) {
                        result.add(angular(neighbors, channel, eta, zeta, lambda, thirdSide));
                    }
                }
            }
        }
    }

    private List<BiPredicate<Element, Element>> pairChannels() {
        if (pairing != Pairing.BY_ELEMENT) {
            return List.of((a, b) -> true);
        }
        List<BiPredicate<Element, Element>> channels = new ArrayList<>();
        for (int p = 0; p < elements.size(); p++) {
            for (int q = p; q < elements.size(); q++) {
                Element first = elements.get(p);
                Element second = elements.get(q);
                channels.add((a, b) -> (a == first && b == second) || (a == second && b == first));
            }
        }
        return channels;
    }

    private double angular(
            List<Neighbor> neighbors,
            BiPredicate<Element, Element> channel,
            double eta,
            double zeta,
            double lambda,
            boolean thirdSide) {
        double sum = 0;
        for (int p = 0; p < neighbors.size(); p++) {
            for (int q = 0; q < p; q++) {
                Neighbor j = neighbors.get(p);
                Neighbor k = neighbors.get(q);
                if (!channel.test(j.element(), k.element())) {
                    continue;
                }
                double rij = j.distance();
                double rik = k.distance();
                double rjk = j.distanceTo(k);
                double cosine = (j.x() * k.x() + j.y() * k.y() + j.z() * k.z()) / (rij * rik);
                double squares = rij * rij + rik * rik + (thirdSide ? rjk * rjk : 0);
                double cutoffs = f(rij) * f(rik) * (thirdSide ? f(rjk) : 1);
                sum += weight(j)
                        * weight(k)
                        * Math.pow(2, 1 - zeta)
                        // An atom and two opposite images are in a line, where rounding makes the base negative.
                        * Math.pow(Math.max(0, 1 + lambda * cosine), zeta)
                        * Math.exp(-eta * squares)
                        * cutoffs;
            }
        }
        return sum;
    }

    private double weight(Neighbor neighbor) {
        ToDoubleFunction<Neighbor> weight =
                pairing == Pairing.ELEMENT_WEIGHTED ? n -> n.element().atomicNumber() : n -> 1;
        return weight.applyAsDouble(neighbor);
    }

    private List<Neighbor> neighbors(int center) {
        // Generous: the cells of the tests are compact, with edges above 2 Å.
        int images = structure.cell().isPeriodic() ? (int) Math.ceil(cutoff / 2) + 1 : 0;
        List<Neighbor> neighbors = new ArrayList<>();
        for (int a = -images; a <= images; a++) {
            for (int b = -images; b <= images; b++) {
                for (int c = -images; c <= images; c++) {
                    for (int j = 0; j < structure.size(); j++) {
                        double[] d = new double[3];
                        for (int x = 0; x < 3; x++) {
                            d[x] = structure.position(j, x) - structure.position(center, x);
                            d[x] += a * structure.cell().get(0, x)
                                    + b * structure.cell().get(1, x)
                                    + c * structure.cell().get(2, x);
                        }
                        Neighbor neighbor = new Neighbor(structure.element(j), d[0], d[1], d[2]);
                        boolean itself = j == center && a == 0 && b == 0 && c == 0;
                        if (!itself && neighbor.distance() < cutoff) {
                            neighbors.add(neighbor);
                        }
                    }
                }
            }
        }
        return neighbors;
    }
}
