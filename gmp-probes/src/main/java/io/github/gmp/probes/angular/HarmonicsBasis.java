package io.github.gmp.probes.angular;

import io.github.gmp.api.probe.AngularBasis;
import io.github.gmp.api.probe.AngularProbe;

import java.util.List;

/** Maxwell-Cartesian spherical harmonics of several orders. */
final class HarmonicsBasis implements AngularBasis {
    private final List<Integer> orders;
    private final PolynomialForm form;
    private final List<AngularProbe> probes;

    HarmonicsBasis(List<Integer> orders, PolynomialForm form) {
        this.orders = List.copyOf(orders);
        this.form = form;
        probes = orders.stream()
                .<AngularProbe>map(order -> new MaxwellCartesianHarmonics(order, form))
                .toList();
    }

    @Override
    public List<AngularProbe> probes() {
        return probes;
    }

    /**
     * True for both forms: the components of one order are those of a symmetric tensor that turns with the structure, and the weights
     * make the sum its full contraction. In the literal form the tensor has traces, built from the unit tensor, which turns into
     * itself.
     */
    @Override
    public boolean weightedNormsAreInvariant() {
        return true;
    }

    /** Real solid harmonics in the place of solid polynomials; literal ones have no such basis, for they are no harmonics. */
    @Override
    public AngularBasis compact() {
        if (form == PolynomialForm.LITERAL) {
            return this;
        }
        List<AngularProbe> harmonics =
                orders.stream().<AngularProbe>map(RealSolidHarmonics::new).toList();
        return new AngularBasis() {
            @Override
            public List<AngularProbe> probes() {
                return harmonics;
            }

            @Override
            public boolean weightedNormsAreInvariant() {
                return true;
            }
        };
    }
}
