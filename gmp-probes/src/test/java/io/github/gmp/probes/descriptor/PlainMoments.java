package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.AngularProbe;
import io.github.gmp.api.multipole.probe.Polynomial;
import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.multipole.probe.RadialProbe;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;

/**
 * Moments by the closed form of the overlap as it stands: one exponential per neighbor, component, probe and pair of Gaussians, no tables, no
 * recursions, nothing shared. The oracle of the kernels.
 */
final class PlainMoments {
    private PlainMoments() {}

    /** {@return μ, {@code [component][radial]} of one center} */
    static double[] of(
            AtomicStructure structure, int center, RadialBasis radial, AngularBasis angular, CutoffFunction cutoff) {
        NeighborList list = NeighborList.build(structure, cutoff.radius());
        int components =
                angular.probes().stream().mapToInt(p -> p.components().size()).sum();
        double[] moments = new double[components * radial.probes().size()];
        int at = 0;
        for (AngularProbe probe : angular.probes()) {
            for (AngularProbe.Component component : probe.components()) {
                for (RadialProbe width : radial.probes()) {
                    double sum = cutoff.value(0)
                            * overlap(component.polynomial(), width, density(structure, center), 0, 0, 0);
                    for (int p = list.begin(center); p < list.end(center); p++) {
                        sum += cutoff.value(list.distance(p))
                                * overlap(
                                        component.polynomial(),
                                        width,
                                        density(structure, list.neighbor(p)),
                                        list.dx(p),
                                        list.dy(p),
                                        list.dz(p));
                    }
                    moments[at++] = sum;
                }
            }
        }
        return moments;
    }

    private static GaussianMixture density(AtomicStructure structure, int atom) {
        return Gmp.DENSITY.density(structure.element(atom));
    }

    /** Σ C e^{−κ x²} [exp(Δ/4γ) P](λ x). */
    private static double overlap(
            Polynomial polynomial, RadialProbe probe, GaussianMixture density, double x, double y, double z) {
        GaussianMixture expansion = probe.expansion();
        double sum = 0;
        for (int l = 0; l < expansion.size(); l++) {
            for (int k = 0; k < density.size(); k++) {
                double alpha = expansion.exponent(l);
                double beta = density.exponent(k);
                double gamma = alpha + beta;
                double lambda = beta / gamma;
                double amplitude = expansion.amplitude(l) * density.amplitude(k) * Math.pow(Math.PI / gamma, 1.5);
                double smoothed = 0;
                Polynomial part = polynomial;
                double factor = 1;
                for (int m = 0; !part.isZero(); m++) {
                    smoothed += factor * part.value(lambda * x, lambda * y, lambda * z);
                    part = part.laplacian();
                    factor /= 4 * gamma * (m + 1);
                }
                sum += amplitude * Math.exp(-alpha * lambda * (x * x + y * y + z * z)) * smoothed;
            }
        }
        return sum;
    }
}
