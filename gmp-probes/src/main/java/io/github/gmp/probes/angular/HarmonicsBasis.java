package io.github.gmp.probes.angular;

import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.AngularProbe;
import io.github.gmp.api.plugin.ConfigException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Maxwell-Cartesian spherical harmonics of several orders. */
public final class HarmonicsBasis implements AngularBasis {
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

    /**
     * {@return their harmonics, ascending in order}
     *
     * @param config the orders and the form of the polynomials
     * @throws ConfigException if the list of orders is empty or has one twice
     */
    public static AngularBasis of(HarmonicsConfig config) {
        List<Integer> orders = config.orders()
                .orElseGet(() ->
                        IntStream.rangeClosed(0, config.maxOrder()).boxed().toList());
        if (orders.isEmpty()) {
            throw ConfigException.invalid("orders", "[]", "at least one order, 0 to 9");
        }
        Set<Integer> seen = new HashSet<>();
        for (int order : orders) {
            if (!seen.add(order)) {
                throw ConfigException.invalid("orders", orders, "every order once; " + order + " is there twice");
            }
        }
        return new HarmonicsBasis(orders.stream().sorted().toList(), config.polynomials());
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
